// A basket in the browser: gathers records from any page and opens them as a paper.
// It holds what the address of the paper holds, and never leaves the browser by itself. Without
// this script each "Add to a paper" opens a paper with that one record.

const KEY = "ics-leadership-paper";
const EDITING = `${KEY}-editing`;
const MOST = 20;
const form = document.getElementById("paper");
const opener = document.querySelector("[data-basket]");
const page = new URL(form?.action ?? opener.href, location.href);

function stored() {
  return new URLSearchParams(localStorage.getItem(KEY) ?? "");
}

function store(params) {
  if (params.has("record")) localStorage.setItem(KEY, params);
  else localStorage.removeItem(KEY);
}

function references(params) {
  return params.getAll("record").map((name) => name.split("@")[0]);
}

function address(params) {
  return `${page.pathname}?${params}`;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function records(count) {
  return count === 1 ? "1 record" : `${count} records`;
}

// Every page: how many records the paper holds, and the way to it.

function count() {
  const basket = stored();
  const held = references(basket).length;
  opener.querySelector("span").textContent = held ? `Paper (${held})` : "Paper";
  opener.href = held ? address(basket) : page.pathname;
}

// Every other page: links that gather, and a note of what was gathered, which goes by itself.

const SECONDS = 6;
const said = element("p", { role: "status" });
const shut = element("button", { type: "button", className: "btn ghost sm", textContent: "Close" });
const notice = element("aside", { className: "gathered screen-only", ariaLabel: "Your paper" }, said, shut);
let leaving = 0;

function mark() {
  const basket = stored();
  const held = references(basket);
  for (const link of document.querySelectorAll("[data-paper]")) {
    const isHeld = held.includes(link.dataset.paper);
    const words = link.querySelector("[data-words]");
    const text = isHeld ? "In your paper" : "Add to a paper";
    if (words.textContent !== text) words.textContent = text;
    link.classList.toggle("held", isHeld);
    link.querySelector("use")?.setAttribute("href", isHeld ? "#verdict-stands" : "#plus");
    link.href = isHeld ? address(basket) : address(new URLSearchParams({ record: link.dataset.paper }));
  }
  count();
}

function tell(text) {
  said.textContent = text;
  clearTimeout(leaving);
  leaving = setTimeout(leave, SECONDS * 1000);
}

// Not from under a hand or a focus.
function leave() {
  if (notice.matches(":hover, :focus-within")) leaving = setTimeout(leave, SECONDS * 1000);
  else hush();
}

function hush() {
  clearTimeout(leaving);
  said.textContent = "";
  notice.hidden = true;
}

function gather(reference) {
  const basket = stored();
  notice.hidden = false;
  if (references(basket).length >= MOST) {
    tell(`Your paper is full: it holds ${MOST} records.`);
    return;
  }
  basket.append("record", reference);
  store(basket);
  mark();
  tell(`${reference} is in your paper, which holds ${records(references(basket).length)}.`);
}

function onClick(event) {
  const link = event.target.closest("[data-paper]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || references(stored()).includes(link.dataset.paper)) return;
  event.preventDefault();
  gather(link.dataset.paper);
}

function gathering() {
  notice.hidden = true;
  document.body.append(notice);
  shut.addEventListener("click", () => {
    hush();
    opener.focus();
  });
  mark();
  document.addEventListener("click", onClick);
}

// The builder: it goes on with the basket, or says that the basket holds something else.

function build() {
  const shown = new URLSearchParams(form.dataset.string);
  const basket = stored();
  const missing = references(basket).filter((each) => !references(shown).includes(each));
  const isOwn = sessionStorage.getItem(EDITING) === "yes" || (basket.has("record") && !missing.length);
  sessionStorage.removeItem(EDITING);
  if (isOwn) store(shown);
  form.addEventListener("submit", (event) => {
    const takesAway = event.submitter?.hasAttribute("formaction");
    if (!takesAway && (isOwn || !stored().has("record"))) sessionStorage.setItem(EDITING, "yes");
  });
  if (isOwn && shown.has("record")) keepNote();
  if (!isOwn && missing.length) otherNote(shown, basket, missing);
}

function note(text, ...buttons) {
  const words = element("p", { className: "small", textContent: text });
  const box = element("div", { className: "basket-note", role: "status" }, words);
  for (const [label, act] of buttons) {
    const button = element("button", { type: "button", className: "btn ghost sm", textContent: label });
    button.addEventListener("click", () => act(box));
    box.append(button);
  }
  document.getElementById("keep").append(box);
}

function forget(box) {
  localStorage.removeItem(KEY);
  count();
  box.replaceChildren(element("p", { className: "small", textContent: "This browser has forgotten it." }));
}

function keepNote() {
  note("This browser keeps the paper too, so that you can add to it from any page.", ["Forget it", forget]);
}

function otherNote(shown, basket, missing) {
  const names = missing.length > 3 ? records(missing.length) : missing.join(", ");
  note(`You have gathered ${names} on other pages.`, ["Add to this paper", join], ["Forget them", forget]);
  function join() {
    const texts = new Map([...basket].filter(([key]) => key !== "record"));
    for (const [key, text] of texts) if (!shown.has(key)) shown.append(key, text);
    for (const name of basket.getAll("record")) {
      if (missing.includes(name.split("@")[0])) shown.append("record", name);
    }
    sessionStorage.setItem(EDITING, "yes");
    location.assign(address(shown));
  }
}

function begin() {
  if (form) {
    build();
    return count();
  }
  gathering();
  // A list that is answered in place brings new links.
  const results = document.getElementById("results");
  if (results) new MutationObserver(mark).observe(results, { childList: true });
  addEventListener("storage", (event) => event.key === KEY && mark());
  addEventListener("pageshow", (event) => event.persisted && mark());
}

try {
  begin();
} catch {
  // Without leave to keep anything, the links and the form do it all.
}
