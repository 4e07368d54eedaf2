// Buttons for bold, a list and a link above each text that takes Markdown.
const MARKS = [
  ["Bold", (chosen) => [`**${chosen || "strong words"}**`, 2, (chosen || "strong words").length]],
  ["List", (chosen) => [asList(chosen || "First"), 2, (chosen || "First").split("\n")[0].length]],
  ["Link", (chosen) => {
    const words = chosen || "words that say where it leads";
    return [`[${words}](https://)`, words.length + 3, "https://".length];
  }],
];

const asList = (text) => text.split("\n").map((line) => (line.startsWith("- ") ? line : `- ${line}`)).join("\n");

// A list begins on a line of its own, after an empty one.
function gapBefore(text) {
  if (!text || text.endsWith("\n\n")) return "";
  return text.endsWith("\n") ? "\n" : "\n\n";
}

function mark(field, label, make) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const [text, from, length] = make(value.slice(start, end));
  const gap = label === "List" ? gapBefore(value.slice(0, start)) : "";
  field.focus();
  field.setSelectionRange(start, end);
  // Unlike a new value, this can be undone with the keyboard.
  if (!document.execCommand("insertText", false, gap + text)) field.setRangeText(gap + text, start, end);
  const first = start + gap.length + from;
  field.setSelectionRange(first, first + length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const field of document.querySelectorAll("textarea[data-markdown]")) {
  const name = field.labels?.[0]?.textContent.replace(/:$/, "") ?? "";
  const bar = document.createElement("div");
  bar.className = "markdown-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", `Marks for: ${name}`);
  for (const [label, make] of MARKS) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => mark(field, label, make));
    bar.append(button);
  }
  field.before(bar);
}
