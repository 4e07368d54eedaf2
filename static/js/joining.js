// Whoever writes a text that joins two changes has chosen it.
for (const text of document.querySelectorAll("textarea[name^='joined-']")) {
  text.addEventListener("input", () => {
    document.querySelector(`input[name="${text.name.replace("joined", "choose")}"][value="joined"]`).checked = true;
  });
}
