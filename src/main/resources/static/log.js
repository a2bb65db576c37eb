// A past log reads by pages without this; it opens a message's place, goes on by itself, and goes from question to question.
(() => {
  "use strict";
  const log = document.querySelector(".log");
  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  // A link of a message says nothing to the server of where it is: what is not on this page is asked for.
  const open = () => {
    const id = /^#m-(\d{1,20})$/.exec(location.hash)?.[1];
    if (!log || !id) return;
    const message = document.getElementById("m-" + id);
    if (!message) {
      if (new URLSearchParams(location.search).get("m") !== id) location.replace("?m=" + id + "#m-" + id);
      return;
    }
    for (let above = message.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
    message.scrollIntoView({ block: "center" });
  };
  open();
  addEventListener("hashchange", open);

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".log-time");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
    }
  });

  // Going on.

  const blocks = log?.querySelector("[data-log=blocks]");
  const later = log?.querySelector("[data-log=later]");
  let loading = false;

  const goOn = async () => {
    if (loading) return;
    loading = true;
    try {
      const answer = await fetch(later.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = await parse(answer);
      const more = page.querySelector("[data-log=blocks]");
      const marks = [...blocks.querySelectorAll(":scope > .log-mark")].map((mark) => mark.textContent);
      // The day and the time that the page before was at already.
      while (more.firstElementChild?.matches(".log-mark") && marks.includes(more.firstElementChild.textContent))
        more.firstElementChild.remove();
      blocks.append(...more.children);
      const next = page.querySelector("[data-log=later]");
      if (next) later.href = next.href;
      else {
        watching.disconnect();
        later.parentElement.remove();
      }
    } catch {
      // The link stays a link.
      watching.disconnect();
    } finally {
      loading = false;
    }
  };
  const watching = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && goOn(), {
    rootMargin: "0px 0px 1200px",
  });
  if (later) watching.observe(later);

  // From question to question.

  document.addEventListener("keydown", (event) => {
    if (!log || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select, dialog[open]") || !["n", "p"].includes(event.key)) return;
    const all = [...log.querySelectorAll(".log-asks")];
    const middle = innerHeight / 2;
    const place = (post) => post.getBoundingClientRect().top + post.offsetHeight / 2 - middle;
    const wanted =
      event.key === "n" ? all.find((post) => place(post) > 8) : all.reverse().find((post) => place(post) < -8);
    if (!wanted) return;
    wanted.scrollIntoView({ block: "center" });
    wanted.querySelector(".log-time")?.focus({ preventScroll: true });
  });

  // The desk: how far an import is.

  const renew = async () => {
    if (!document.querySelector("[data-renewed=import][data-under-way]")) return;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-cache" });
      if (answer.ok) {
        const page = await parse(answer);
        const fresh = page.querySelector("[data-renewed=import]");
        // All of the page tells of the log; it is asked for anew once the import is over.
        if (!fresh.hasAttribute("data-under-way")) return location.reload();
        document.querySelector("[data-renewed=import]").replaceWith(fresh);
      }
    } catch {
      // Out of reach for now; the next time asks again.
    }
    setTimeout(renew, 1000);
  };
  setTimeout(renew, 500);

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-log=import]");
    if (!form) return;
    event.preventDefault();
    const line = form.querySelector(".upload-progress");
    const bar = line.querySelector("progress");
    const request = new XMLHttpRequest();
    line.hidden = false;
    form.querySelector("button").disabled = true;
    request.upload.addEventListener("progress", (now) => {
      if (now.lengthComputable) bar.value = (100 * now.loaded) / now.total;
      line.querySelector("[role=status]").textContent = Math.round(bar.value) + " %";
    });
    // The answer is a page, whatever it says.
    request.addEventListener("load", () => {
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      if (request.status === 200) location.assign(request.responseURL);
      if (request.status === 200 && new URL(request.responseURL).pathname === location.pathname) location.reload();
      else document.querySelector("main").replaceChildren(...page.querySelector("main").children);
    });
    // Sending all of it again is for a person to say.
    request.addEventListener("error", () => {
      line.querySelector("[role=status]").textContent = form.dataset.brokenOff;
      form.querySelector("button").disabled = false;
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
