// Adds to what can be done with a page: printing it and, with a record, copying it with its verdict.

const acts = document.querySelector("[data-share]");

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn ghost sm";
  made.textContent = label;
  made.addEventListener("click", () => act(made));
  acts.append(made);
}

// The words of the button say what came of it, also to a screen reader.
async function copy(pressed) {
  pressed.setAttribute("aria-live", "polite");
  try {
    await navigator.clipboard.writeText(acts.dataset.share);
    pressed.textContent = "Copied";
  } catch {
    pressed.textContent = "Your browser did not allow it";
  }
}

if (acts) {
  if (navigator.clipboard && acts.dataset.share) button("Copy with verdict", copy);
  button("Print", () => print());
}
