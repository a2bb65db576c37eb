// Every page works without this script; it only saves steps.
(() => {
  "use strict";
  const toast = document.querySelector(".toast");
  let clearing = 0;

  const say = (words) => {
    toast.textContent = words;
    clearTimeout(clearing);
    clearing = setTimeout(() => (toast.textContent = ""), 2500);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(toast.dataset.copied);
    } catch {
      say(toast.dataset.failed);
    }
  };

  const showCopyButtons = () =>
    document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button.dataset.copy);
    const link = event.target.closest(".item-link, .log-time");
    if (link) copy(new URL(link.getAttribute("href"), location.href).href);
  });

  document.addEventListener("change", (event) => {
    if (event.target.form?.matches("[data-submit]")) {
      // An empty choice has no place in the address.
      const form = event.target.form;
      const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      location.assign(form.action + (String(chosen) && "?" + chosen));
    }
  });

  const keys = document.querySelector(".keys");
  const places = { e: "/events", t: "/topics", l: "/links" };
  let going = false;

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (going && places[event.key]) {
      location.assign(places[event.key]);
    } else if (event.key === "/") {
      event.preventDefault();
      const field = document.querySelector("main [type=search]") ?? document.querySelector("[data-key]");
      field.focus();
      field.select();
    } else if (event.key === "?" && !keys.open) {
      keys.showModal();
    }
    going = event.key === "g";
  });

  // The server says what the state is: the panel, and the steps to join that hang on it, are fetched anew, never
  // computed here.
  let ahead = 0;
  const refresh = async () => {
    try {
      const panel = document.querySelector("[data-changes-at]");
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-cache" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-changes-at]");
      if (answer.ok && fresh && fresh.dataset.state !== panel.dataset.state) {
        const steps = page.querySelector("[data-follows]");
        document.querySelectorAll("[data-follows]").forEach((old) => (steps ? old.replaceWith(steps) : old.remove()));
        showCopyButtons();
      }
      // Not under the hands of who is using it.
      const busy = panel.contains(document.activeElement) && fresh?.dataset.state === panel.dataset.state;
      if (answer.ok && fresh && fresh.outerHTML !== panel.outerHTML && !busy) panel.replaceWith(fresh);
      if (answer.ok && !fresh) location.reload();
    } catch {
      // Out of reach for now; the next time asks again.
    }
    follow();
  };

  const follow = () => {
    const panel = document.querySelector("[data-changes-at]");
    if (!panel || panel.dataset.state === "ended") return;
    // A moment after the change by the server's clock, not all visitors at once; else now and then.
    const change = Date.parse(panel.dataset.changesAt) - Date.now() - ahead + 300 + Math.random() * 2000;
    setTimeout(refresh, change > 0 ? Math.min(change, 20000 + Math.random() * 5000) : 20000);
  };

  const begin = async () => {
    if (!document.querySelector("[data-changes-at]")) return;
    try {
      const { now } = await (await fetch("/api/now")).json();
      ahead = Date.parse(now) - Date.now();
    } catch {
      // By this machine's clock then.
    }
    follow();
  };

  showCopyButtons();
  begin();
})();
