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

// As a team: how many say what, for one skill. The mark is the answer of the middle one, the weaker
// of two.
const WEAKEST_FIRST = ["not-yet", "partly", "do"];
const isTeam = () => document.body.classList.contains("team");

function tallies(skill) {
  return [...skill.querySelectorAll(".tally input")];
}

function held(skill) {
  return Object.fromEntries(tallies(skill).map((input) => [input.dataset.answer, Math.max(0, Math.floor(Number(input.value)) || 0)]));
}

function middle(counts) {
  const all = WEAKEST_FIRST.reduce((sum, value) => sum + counts[value], 0);
  let seen = 0;
  return WEAKEST_FIRST.find((value) => all && (seen += counts[value]) * 2 >= all);
}

function ofTeam(skill) {
  const counts = held(skill);
  const value = middle(counts);
  const said = `${counts.do} do, ${counts.partly} partly, ${counts["not-yet"]} not yet`;
  return { value, label: value ? said : "Not marked", saved: counts };
}

function alone(skill) {
  const chosen = skill.querySelector("input:checked");
  return { value: chosen?.value, label: chosen?.parentElement.textContent.trim() ?? "Not marked", saved: chosen?.value };
}

function counters(skill) {
  const made = [...skill.querySelectorAll(".answers input")].map(({ value, parentElement }) => {
    const words = parentElement.textContent.trim();
    const input = element("input", { type: "number", min: 0, max: 999, inputMode: "numeric", className: "field sm", autocomplete: "off" });
    input.dataset.answer = value;
    return element("label", {}, `${words}: how many?`, input);
  });
  return element("p", { className: "tally" }, ...made);
}

function team(pressed) {
  const now = document.body.classList.toggle("team");
  pressed.setAttribute("aria-pressed", String(now));
  for (const skill of skills) if (!tallies(skill).length) skill.querySelector(".answers").after(counters(skill));
  draw();
}

// What is marked, in the order of the page: {reference, name, value, label}; no value, no mark.
function marks() {
  return skills.map((skill) => {
    const { skill: reference, name } = skill.dataset;
    return { skill, reference, name, ...(isTeam() ? ofTeam(skill) : alone(skill)) };
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
  for (const input of main.querySelectorAll(".tally input")) input.value = "";
  ticked.clear();
  draw();
}

function save() {
  const answers = Object.fromEntries(marks().filter(({ value }) => value).map(({ reference, saved }) => [reference, saved]));
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
    clear();
    const known = skills.filter((skill) => fill(skill, answers[skill.dataset.skill]));
    draw();
    const lost = Object.keys(answers).length - known.length;
    if (lost) said.textContent += ` ${lost} in the file could not be used.`;
  } catch {
    said.textContent = "This file holds no saved self-check. Your marks are as they were.";
  }
}

// Puts a saved answer back: one's own, or a team's, which needs its counters first.
function fill(skill, answer) {
  if (!answer) return false;
  const isCounted = typeof answer === "object";
  if (isTeam() !== isCounted) document.querySelector("[data-team]").click();
  if (isCounted) {
    for (const input of tallies(skill)) input.value = Number(answer[input.dataset.answer]) || "";
    return true;
  }
  const own = [...skill.querySelectorAll(".answers input")].find(({ value }) => value === answer);
  if (own) own.checked = true;
  return Boolean(own);
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
  const asTeam = button("Mark as a team", () => team(asTeam));
  asTeam.dataset.team = "";
  asTeam.setAttribute("aria-pressed", "false");
  return element(
    "p", { className: "check-acts" },
    asTeam, button("Save to a file", save), button("Read from a file", () => input.click()), button("Clear all", clear), input,
  );
}

// A browser that kept the marks for a later visit would break our word. Radios of no form may not
// say so in the page itself.
for (const input of main.querySelectorAll("input")) input.autocomplete = "off";
picture.after(acts());
main.addEventListener("change", draw);
addEventListener("pageshow", draw);
draw();
