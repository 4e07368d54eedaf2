// Below each text of a form: how much room is left, and how hard it is to read. The reading age is
// the Automated Readability Index (Senter and Smith, 1967), a school year in the United States,
// plus five: it needs letters, words and sentences alone, so it can be checked by hand.
const texts = document.querySelectorAll(
  "#content-main form[id$=_form] textarea, #content-main form[id$=_form] input.vTextField[maxlength]",
);
const SHORTEST = 20; // words, below which the index says nothing

const wordsIn = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

function age(text) {
  const words = wordsIn(text);
  if (words.length < SHORTEST) return null;
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n\s*\n/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const letters = words.join("").replace(/['’-]/g, "").length;
  const grade = 4.71 * (letters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
  return Math.max(5, Math.round(grade) + 5);
}

function said(field) {
  const most = Number(field.getAttribute("maxlength"));
  const words = wordsIn(field.value).length;
  const parts = [];
  if (most > 0) parts.push(`${most - field.value.length} of ${most} characters left`);
  else parts.push(`${words} ${words === 1 ? "word" : "words"}`);
  const years = field.tagName === "TEXTAREA" ? age(field.value) : null;
  if (years !== null) parts.push(`reading age ${years} (Automated Readability Index + 5)`);
  return parts.join(" · ");
}

function hint(field) {
  const line = document.createElement("div");
  line.className = "hint";
  line.id = `${field.id}_hint`;
  const describe = [field.getAttribute("aria-describedby"), line.id].filter(Boolean).join(" ");
  field.setAttribute("aria-describedby", describe);
  field.after(line);
  const show = () => { line.textContent = said(field); };
  field.addEventListener("input", show);
  show();
}

for (const field of texts) if (field.id && !field.id.includes("__prefix__")) hint(field);
document.addEventListener("formset:added", (event) => {
  for (const field of event.target.querySelectorAll("textarea, input.vTextField[maxlength]")) hint(field);
});
