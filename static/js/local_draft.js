// Keeps what an editor types in this browser until it is saved, and offers it after a lost
// connection, an expired login or a closed window. Nothing leaves the browser.
const form = document.querySelector("#content-main form[method=post][id$=_form]");
const who = document.querySelector("#user-tools strong")?.textContent.trim();
const WAIT = 400;
const SKIPPED = new Set(["csrfmiddlewaretoken", "_base"]);

function typed() {
  const values = [];
  for (const field of form.elements) {
    if (!field.name || SKIPPED.has(field.name)) continue;
    if (["password", "file", "submit", "button", "hidden"].includes(field.type)) continue;
    if (["checkbox", "radio"].includes(field.type)) values.push([field.name, field.value, field.checked]);
    else if (field.multiple) values.push([field.name, [...field.selectedOptions].map((o) => [o.value, o.text])]);
    else if (field.tagName === "SELECT") values.push([field.name, [[field.value, field.selectedOptions[0]?.text ?? ""]]]);
    else values.push([field.name, field.value]);
  }
  return values;
}

function put(values) {
  let missing = 0;
  for (const [name, value, checked] of values) {
    const fields = [...form.elements].filter((field) => field.name === name);
    const field = checked === undefined ? fields[0] : fields.find((one) => one.value === value);
    if (!field) missing += 1;
    else if (checked !== undefined) field.checked = checked;
    else if (Array.isArray(value)) choose(field, value);
    else field.value = value;
  }
  return missing;
}

function choose(select, chosen) {
  for (const option of select.options) option.selected = false;
  for (const [value, text] of chosen) {
    const known = [...select.options].find((option) => option.value === value);
    if (known) known.selected = true;
    else select.add(new Option(text, value, true, true));
  }
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function offer(key, draft) {
  const box = document.createElement("div");
  box.className = "local-draft";
  box.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = `This browser holds what you typed here on ${new Date(draft.at).toLocaleString("en-GB")} and did not save.`;
  const bring = button("Bring it back", () => {
    const missing = put(draft.values);
    text.textContent = missing
      ? `Brought back, but for ${missing} fields of rows that aren’t on this page.`
      : "Brought back. It isn’t saved yet.";
    bring.remove();
  });
  const drop = button("Forget it", () => {
    localStorage.removeItem(key);
    box.remove();
  });
  box.append(text, bring, drop);
  form.before(box);
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function start() {
  const key = `draft:${who}:${location.pathname}`;
  const now = JSON.stringify(typed());
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  // What this window sent last is saved: the form of a new record is answered by another page.
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  const saved = document.querySelector(".messagelist :is(.success, .kept)") && sent;
  if (saved) localStorage.removeItem(saved);
  if (saved !== key && kept && JSON.stringify(kept.values) !== now && !document.querySelector(".errornote")) offer(key, kept);
  let timer;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: typed() })), WAIT);
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "_preview") return;
    clearTimeout(timer);
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: typed() }));
    sessionStorage.setItem("sent", key);
  });
}

if (form && who) {
  try {
    start();
  } catch {
    // A browser that keeps nothing, or has no room left: the form works all the same.
  }
}
