// Shows the preview beside the form, and anew when nothing has been typed for a moment. It asks as
// the button "Preview" does; nothing is saved. Without this, or on a narrow page, that opens a tab.
const button = document.querySelector("input[name=_preview]");
const form = button?.form;
const WAIT = 1500;
const pane = document.createElement("aside");
const said = document.createElement("p");
const frame = document.createElement("iframe");
let timer, asked = 0;

function build() {
  pane.className = "beside";
  pane.hidden = true;
  pane.setAttribute("aria-label", "Preview");
  said.setAttribute("role", "status");
  frame.title = "Preview of this record";
  // It is looked at: it holds no script, none would run, and its links open elsewhere.
  frame.setAttribute("sandbox", "allow-same-origin allow-popups");
  frame.addEventListener("load", () => {
    for (const link of frame.contentDocument?.links ?? []) link.target = "_blank";
  });
  pane.append(said, frame);
  document.body.append(pane);
}

// The address is the page’s own: a field is called "action" and stands in for the form’s.
async function ask() {
  const body = new FormData(form);
  body.append("_preview", "beside");
  const response = await fetch(location.href, { method: "POST", body });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  page.querySelectorAll("script").forEach((script) => script.remove());
  if (page.querySelector(".note.preview")) return { text: `<!doctype html>${page.documentElement.outerHTML}` };
  const why = page.querySelector(".messagelist .error, .errornote")?.textContent.trim();
  return { why: why ? `No new preview. ${why}` : "No new preview: the site could not make it." };
}

async function show() {
  const mine = (asked += 1);
  said.textContent = "Making the preview …";
  let answer;
  try {
    answer = await ask();
  } catch {
    answer = { why: "No new preview: the site can’t be reached. What you typed stays in the form." };
  }
  if (mine !== asked) return;
  said.textContent = answer.why ?? "As readers would see it. Nothing of this is saved yet.";
  if (!answer.text) return;
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  frame.srcdoc = answer.text;
}

function later() {
  if (pane.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(show, WAIT);
}

function toggle(event) {
  pane.hidden = !pane.hidden;
  document.documentElement.classList.toggle("with-preview", !pane.hidden);
  event.currentTarget.setAttribute("aria-expanded", String(!pane.hidden));
  clearTimeout(timer);
  if (!pane.hidden) show();
}

if (form) {
  build();
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "button opens-preview";
  opener.textContent = "Preview beside";
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", toggle);
  button.after(opener);
  for (const name of ["input", "change"]) form.addEventListener(name, later);
}
