// Everything works without this. It adds: leaving by the Shift key and behind a white page, the
// count of characters left, and the focus on what is wrong.
(() => {
  "use strict";
  const leave = document.getElementById("leave");
  let cover;

  function go() {
    if (!cover) {
      cover = document.createElement("div");
      cover.className = "cover";
      cover.setAttribute("role", "alert");
      document.body.append(cover);
      cover.textContent = leave.dataset.leaving;
    }
    // In place of this page, so that going back does not lead here.
    location.replace(leave.href);
  }

  function watchShift() {
    const pause = 5000;
    let presses = 0;
    let last = 0;
    let alone = false;
    addEventListener("keydown", (event) => {
      if (event.key !== "Shift") presses = 0;
      alone = event.key === "Shift" && (alone || !event.repeat);
    });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      presses = event.timeStamp - last < pause ? presses + 1 : 1;
      last = event.timeStamp;
      if (presses === 3) go();
    });
  }

  if (leave) {
    for (const link of document.querySelectorAll(`a[href="${leave.getAttribute("href")}"]`)) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go();
      });
    }
    watchShift();
    // The page may come back out of the browser's memory with the cover still on it.
    addEventListener("pageshow", () => {
      cover?.remove();
      cover = undefined;
    });
  }

  const limit = document.querySelector("[data-limit]");
  if (limit) {
    const box = document.getElementById("answer");
    const pieces = Intl.Segmenter && new Intl.Segmenter();
    // As people see them: an emoji is one, and the server counts the same way.
    const length = (text) => (pieces ? [...pieces.segment(text)] : [...text]).length;
    let wait;
    const say = () => {
      const left = limit.dataset.limit - length(box.value.trim());
      const number = Math.abs(left);
      const key = (left < 0 ? "over" : "left") + (number === 1 ? "1" : "");
      limit.textContent = limit.dataset[key].replace("{number}", number);
    };
    limit.setAttribute("role", "status");
    box.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(say, 400);
    });
    if (box.value) say();
  }

  document.querySelector(".problem")?.focus();
})();
