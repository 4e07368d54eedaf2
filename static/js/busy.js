// Says that a file is on its way and being read, for how long by now, and takes its form once.
// Without this the browser alone shows that the page is coming.
function start(form) {
  const begun = Date.now();
  const told = form.querySelector(".so-far");
  form.setAttribute("aria-busy", "true");
  form.querySelector("[role=status]").textContent = form.dataset.busy;
  form.querySelector(".busy").hidden = false;
  form.timer = setInterval(() => {
    told.textContent = `${Math.round((Date.now() - begun) / 1000)} seconds so far`;
  }, 1000);
}

function stop(form) {
  clearInterval(form.timer);
  form.removeAttribute("aria-busy");
  form.querySelector("[role=status]").textContent = "";
  form.querySelector(".busy").hidden = true;
}

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("aria-busy")) event.preventDefault();
    // What is downloaded leaves the page as it is.
    else if (!event.submitter?.matches("[name=wrong]")) start(form);
  });
  // Whoever goes back finds the form as it was.
  addEventListener("pageshow", (event) => event.persisted && stop(form));
}
