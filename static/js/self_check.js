// Draws what is marked, and what builds the weak skills. It makes no request: the marks are in
// the page and nowhere else, until their owner saves them to a file.

const LEVELS = { do: 3, partly: 2, "not-yet": 1 };
const LONGEST_FILE = 100_000;
const KIND = "ICS Leadership self-check";
const main = document.getElementById("skills");
const said = document.getElementById("said");
const picture = document.getElementById("picture");
const suggestions = document.getElementById("suggestions");
const skills = [...main.querySelectorAll(".skill")];
const ticked = new Set();

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function drawn(name, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

// What is marked, in the order of the page: {reference, name, value, label}; no value, no mark.
function marks() {
  return skills.map((skill) => {
    const chosen = skill.querySelector("input:checked");
    const { skill: reference, name } = skill.dataset;
    return { skill, reference, name, value: chosen?.value, label: chosen?.parentElement.textContent.trim() ?? "Not marked" };
  });
}

function chart(all) {
  const height = all.length * 44;
  const svg = drawn("svg", { class: "chart", viewBox: `0 0 260 ${height}`, role: "img" });
  svg.append(drawn("title", {}, all.map(({ name, label }) => `${name}: ${label}`).join(". ")));
  all.forEach(({ name, value }, place) => {
    const y = place * 44;
    svg.append(drawn("text", { x: 0, y: y + 13 }, name));
    svg.append(drawn("rect", { class: "track", x: 1, y: y + 21, width: 258, height: 12, rx: 6 }));
    const width = 86 * (LEVELS[value] ?? 0);
    if (width) svg.append(drawn("rect", { class: `bar ${value}`, x: 1, y: y + 21, width: width, height: 12, rx: 6 }));
  });
  return svg;
}

function table(all) {
  const head = element("tr", {}, element("th", { scope: "col", textContent: "Skill" }), element("th", { scope: "col", textContent: "Your mark" }));
  const rows = all.map(({ name, label }) =>
    element("tr", {}, element("th", { scope: "row", textContent: name }), element("td", { textContent: label })),
  );
  return element("table", { className: "marks" }, element("caption", { textContent: "Your marks" }), element("thead", {}, head), element("tbody", {}, ...rows));
}

// Each recommendation once, under the weakest skill that it builds.
function suggest(all) {
  const shown = new Set();
  const weak = all.filter(({ value }) => LEVELS[value] < LEVELS.do).sort((a, b) => LEVELS[a.value] - LEVELS[b.value]);
  const groups = weak.flatMap(({ skill, name, label }) => {
    const fresh = [...skill.querySelectorAll("[data-builds]")].filter(({ dataset }) => !shown.has(dataset.builds));
    fresh.forEach(({ dataset }) => shown.add(dataset.builds));
    return fresh.length ? [element("h3", { textContent: `${name}: ${label.toLowerCase()}` }), ...fresh.map(tick)] : [];
  });
  for (const reference of ticked) if (!shown.has(reference)) ticked.delete(reference);
  document.getElementById("build-said").hidden = groups.length > 0;
  suggestions.replaceChildren(...groups, ...(groups.length ? [promise(), opener()] : []));
}

function tick(builder) {
  const reference = builder.dataset.builds;
  const box = element("input", { type: "checkbox", value: reference, checked: ticked.has(reference), autocomplete: "off" });
  box.addEventListener("change", () => {
    if (box.checked) ticked.add(reference);
    else ticked.delete(reference);
    document.getElementById("to-paper").replaceWith(opener());
  });
  return element("label", { className: "chk" }, box, element("span", { textContent: builder.textContent }));
}

function promise() {
  return element("p", { textContent: "Tick what should go into a board paper. Only the references of what you tick go into its address; your marks stay here." });
}

function opener() {
  if (!ticked.size) return element("p", { id: "to-paper", className: "soft", textContent: "Nothing is ticked yet." });
  const query = new URLSearchParams([...ticked].map((reference) => ["record", reference]));
  const words = `Open a board paper with ${ticked.size} recommendation${ticked.size === 1 ? "" : "s"}`;
  return element("p", { id: "to-paper" }, element("a", { className: "btn", href: `${main.dataset.paperPage}?${query}`, textContent: words }));
}

function draw() {
  const all = marks();
  const count = all.filter(({ value }) => value).length;
  said.textContent = count ? `${count} of ${all.length} skills are marked.` : "Nothing is marked yet.";
  picture.replaceChildren(...(count ? [chart(all), table(all)] : []));
  suggest(all);
}

function clear() {
  for (const input of main.querySelectorAll("input:checked")) input.checked = false;
  ticked.clear();
  draw();
}

function save() {
  const answers = Object.fromEntries(marks().filter(({ value }) => value).map(({ reference, value }) => [reference, value]));
  const text = JSON.stringify({ kind: KIND, version: 1, answers }, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: "self-check.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}

async function read(file) {
  try {
    if (file.size > LONGEST_FILE) throw new Error("too long");
    const { kind, answers } = JSON.parse(await file.text());
    if (kind !== KIND || typeof answers !== "object") throw new Error("another kind");
    const known = skills.flatMap((skill) => [...skill.querySelectorAll("input")]).filter((input) => answers[input.name] === input.value);
    clear();
    for (const input of known) input.checked = true;
    draw();
    const lost = Object.keys(answers).length - known.length;
    if (lost) said.textContent += ` ${lost} in the file could not be used.`;
  } catch {
    said.textContent = "This file holds no saved self-check. Your marks are as they were.";
  }
}

function acts() {
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: true, ariaLabel: "File with a saved self-check" });
  input.addEventListener("change", async () => {
    if (input.files.length) await read(input.files[0]);
    input.value = "";
  });
  const button = (textContent, act) => {
    const made = element("button", { type: "button", className: "btn ghost sm", textContent });
    made.addEventListener("click", act);
    return made;
  };
  return element(
    "p", { className: "check-acts" },
    button("Save to a file", save), button("Read from a file", () => input.click()), button("Clear all", clear), input,
  );
}

// A browser that kept the marks for a later visit would break our word. Radios of no form may not
// say so in the page itself.
for (const input of main.querySelectorAll("input")) input.autocomplete = "off";
picture.after(acts());
main.addEventListener("change", draw);
addEventListener("pageshow", draw);
draw();
