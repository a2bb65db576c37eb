// Sends files one after another, each with a line of its own, and puts materials in order. Without it both are plain forms.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const fill = (words, ...parts) => words.replace(/\{(\d)}/g, (_, number) => parts[number]);
  const unit = (name, digits = 0) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits });
  const speeds = [unit("kilobyte-per-second"), unit("megabyte-per-second", 1)];
  const rests = [unit("second"), unit("minute")];

  const speedWords = (perSecond) =>
    perSecond < 1e6 ? speeds[0].format(Math.ceil(perSecond / 1e3)) : speeds[1].format(perSecond / 1e6);
  const restWords = (seconds) =>
    seconds < 90 ? rests[0].format(Math.ceil(seconds)) : rests[1].format(Math.round(seconds / 60));

  // The server says what there is: its parts of the page are taken from a fresh copy of it.
  const renew = (page) =>
    document.querySelectorAll("[data-renewed]").forEach((old) => {
      const fresh = page.querySelector(`[data-renewed="${old.dataset.renewed}"]`);
      // Not under the hands of who is changing something.
      if (fresh && !old.querySelector("details[open]")) old.replaceWith(fresh);
    });

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  let renewing = 0;
  const renewSoon = (after) => {
    clearTimeout(renewing);
    renewing = setTimeout(async () => {
      try {
        const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-cache" });
        if (answer.ok) {
          renew(await parse(answer));
          showHandles();
        }
      } catch {
        // Out of reach for now; the next time asks again.
      }
      if (document.querySelector("[data-under-way]")) renewSoon(3000);
    }, after);
  };

  // Sending.

  const form = document.querySelector("[data-upload]");
  const list = form?.querySelector(".upload-list");
  const words = list?.dataset;
  const status = form?.querySelector(".upload-status");
  const picker = form?.querySelector("[type=file]");
  const queue = [];
  let sending = null;

  const say = (text) => (status.textContent = text);

  const part = (tag, name, text = "") => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };

  const button = (text, name, act) => {
    const made = part("button", "upload-button", text);
    made.type = "button";
    made.setAttribute("aria-label", fill(words.said, name, text));
    made.addEventListener("click", act);
    return made;
  };

  const add = (file) => {
    const line = part("li", "upload-line");
    const name = part("span", "upload-name");
    name.append(part("bdi", "", file.name));
    const job = { file, line, bar: document.createElement("progress"), note: part("span", "upload-note") };
    job.bar.max = 1;
    job.bar.setAttribute("aria-label", file.name);
    job.side = part("span", "upload-side");
    line.append(name, job.note, job.bar, job.side);
    list.append(line);
    if (file.size > Number(form.dataset.most)) {
      fail(job, words.tooLarge, false);
    } else {
      queue.push(job);
      show(job, "ready", words.ready, button(words.remove, file.name, () => drop(job)));
    }
  };

  /** The state of a line, its words, and what can be done. */
  const show = (job, state, text, ...buttons) => {
    const held = job.side.contains(document.activeElement);
    job.line.dataset.state = state;
    job.note.textContent = text;
    job.bar.hidden = state !== "sending";
    job.side.replaceChildren(...buttons);
    if (held) (buttons[0] ?? picker).focus();
    picker.required = queue.length === 0;
  };

  const drop = (job) => {
    if (queue.includes(job)) queue.splice(queue.indexOf(job), 1);
    job.line.remove();
    picker.required = queue.length === 0;
    picker.focus();
  };

  const fail = (job, text, again) => {
    const retry = () => {
      queue.push(job);
      show(job, "waits", words.waits);
      next();
    };
    const off = button(words.remove, job.file.name, () => drop(job));
    show(job, "failed", text, ...(again ? [button(words.retry, job.file.name, retry)] : []), off);
    say(fill(words.said, job.file.name, text));
  };

  const next = () => {
    if (sending) return;
    sending = queue.shift() ?? null;
    if (sending) send(sending);
    else renewSoon(0);
  };

  const done = () => {
    sending = null;
    next();
  };

  const send = (job) => {
    const request = new XMLHttpRequest();
    const begun = performance.now();
    const body = new FormData();
    body.append("publish_at", job.publish);
    body.append("file", job.file);
    request.open("POST", form.dataset.upload);
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const seconds = (performance.now() - begun) / 1000;
      job.bar.value = loaded / total;
      // Before that it says nothing true.
      if (seconds > 0.5 && loaded < total) {
        const speed = loaded / seconds;
        job.note.textContent = fill(words.rest, speedWords(speed), restWords((total - loaded) / speed));
      } else {
        job.note.textContent = words.sending;
      }
    });
    request.addEventListener("load", () => answered(job, request));
    request.addEventListener("error", () => {
      fail(job, words.failed, true);
      done();
    });
    request.addEventListener("abort", () => {
      fail(job, words.cancelled, true);
      done();
    });
    job.bar.value = 0;
    show(job, "sending", words.sending, button(words.cancel, job.file.name, () => request.abort()));
    say(fill(words.begun, job.file.name));
    request.send(body);
  };

  const answered = (job, request) => {
    if (request.status === 429) {
      wait(job, Number(request.getResponseHeader("Retry-After")) || 5);
      return;
    }
    if (request.status >= 200 && request.status < 300) {
      show(job, "done", words.done);
      say(fill(words.said, job.file.name, words.done));
    } else {
      let told = "";
      try {
        told = JSON.parse(request.responseText).detail;
      } catch {
        // Not the server's own words, as from a proxy.
      }
      // What is wrong with the file stays wrong.
      fail(job, told || words.failed, ![400, 413, 415].includes(request.status));
    }
    done();
  };

  /** It keeps its place: the others would be told the same. */
  const wait = (job, seconds) => {
    const timer = setTimeout(() => send(job), seconds * 1000);
    const cancel = () => {
      clearTimeout(timer);
      fail(job, words.cancelled, true);
      done();
    };
    show(job, "waits", words.waits, button(words.cancel, job.file.name, cancel));
  };

  const take = (files) => [...files].forEach(add);

  const begin = (event) => {
    event.preventDefault();
    const publish = form.elements.publish_at.value;
    queue.forEach((job) => {
      job.publish = publish;
      if (job.line.dataset.state === "ready") {
        const off = () => drop(job);
        show(job, "waits", words.waits, button(words.remove, job.file.name, off));
      }
    });
    next();
  };

  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

  if (form) {
    picker.addEventListener("change", () => {
      take(picker.files);
      picker.value = "";
    });
    form.addEventListener("submit", begin);
    // Beside the form a file would be opened in place of the page.
    let leaving = 0;
    addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = form.contains(event.target) ? "copy" : "none";
      form.classList.add("upload-open");
      clearTimeout(leaving);
      leaving = setTimeout(() => form.classList.remove("upload-open"), 500);
    });
    addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      form.classList.remove("upload-open");
      if (form.contains(event.target)) take(event.dataTransfer.files);
    });
    addEventListener("beforeunload", (event) => {
      if (sending) event.preventDefault();
    });
    if (document.querySelector("[data-under-way]")) renewSoon(3000);
  }

  // Order, by the buttons and by dragging.

  const rows = () => document.querySelector(".desk-materials");

  const showHandles = () => {
    const several = (rows()?.children.length ?? 0) > 1;
    document.querySelectorAll(".desk-handle").forEach((handle) => (handle.hidden = !several));
  };

  const move = async (row, chosen, more = {}) => {
    const order = row.querySelector(".desk-order");
    const body = new URLSearchParams(new FormData(order));
    Object.entries({ do: chosen, ...more }).forEach(([name, value]) => body.set(name, value));
    const open = [...rows().querySelectorAll("details[open]")].map((details) => details.closest("li").id);
    try {
      const answer = await fetch(order.action, { method: "POST", body, headers: { Accept: "text/html" } });
      const page = await parse(answer);
      if (!page.querySelector(".desk-materials")) throw new Error();
      document.querySelector("main .head").replaceWith(page.querySelector("main .head"));
      rows().replaceWith(page.querySelector(".desk-materials"));
    } catch {
      location.reload();
      return;
    }
    open.forEach((id) => document.querySelector(`#${id} details`)?.setAttribute("open", ""));
    showHandles();
    const moved = document.getElementById(row.id);
    const again = moved?.querySelector(`[value="${chosen}"]:enabled`) ?? moved?.querySelector(".desk-order button:enabled");
    again?.focus();
    const title = moved?.querySelector(".material-title")?.textContent.trim();
    const place = [...rows().children].indexOf(moved) + 1;
    document.querySelector(".desk-status").textContent = fill(rows().parentElement.dataset.moved, title, place);
  };

  document.addEventListener("submit", (event) => {
    const chosen = event.submitter?.value;
    if (event.target.matches(".desk-order") && (chosen === "up" || chosen === "down")) {
      event.preventDefault();
      move(event.target.closest("li"), chosen);
    }
  });

  document.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest?.(".desk-handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const row = handle.closest("li");
    const from = [...rows().children].indexOf(row);
    row.classList.add("desk-dragged");
    const follow = ({ clientY }) => {
      const others = [...rows().children].filter((other) => other !== row);
      const below = others.find((other) => {
        const { top, height } = other.getBoundingClientRect();
        return clientY < top + height / 2;
      });
      if (below !== row.nextElementSibling) rows().insertBefore(row, below ?? null);
    };
    const end = ({ type }) => {
      ending.abort();
      row.classList.remove("desk-dragged");
      const to = [...rows().children].indexOf(row);
      if (type === "pointercancel") rows().insertBefore(row, [...rows().children].filter((other) => other !== row)[from]);
      else if (to !== from) move(row, "move", { place: to });
    };
    // Not captured by the handle, which loses the pointer each time its row changes places.
    const ending = new AbortController();
    document.addEventListener("pointermove", follow, { signal: ending.signal });
    document.addEventListener("pointerup", end, { signal: ending.signal });
    document.addEventListener("pointercancel", end, { signal: ending.signal });
  });

  showHandles();
})();
