// Puts a button below each citation that copies it. Without this the text can be selected as one.

const said = document.createElement("p");
said.setAttribute("role", "status");
said.className = "vh";

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    said.textContent = `${text.dataset.copy} citation copied.`;
    button.textContent = "Copied";
  } catch {
    // Without leave to write to the clipboard the text is left selected, ready to be copied.
    getSelection().selectAllChildren(text);
    said.textContent = "The citation is selected. Copy it with your keyboard.";
  }
}

const texts = document.querySelectorAll("[data-copy]");
// Beside what can be folded and not within: what is folded away is not read out.
if (texts.length) texts[0].closest("details").before(said);
for (const text of texts) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn ghost sm copy";
  const which = document.createElement("span");
  which.className = "vh";
  which.textContent = ` the ${text.dataset.copy} citation`;
  button.append("Copy", which);
  button.addEventListener("click", () => copy(text, button));
  text.after(button);
}
