// The viewer works without this script, as pictures one below another; with it one page is seen at a time.
(() => {
  "use strict";
  const AGAIN = 3000;
  const fill = (words, ...parts) => words.replace(/\{(\d)}/g, (_, number) => parts[number]);

  // While pictures are being made, the page asks how far it has come.
  const stage = () => document.querySelector(".viewer").dataset.stage;
  const follow = async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-cache" });
      // Signed out meanwhile, or taken back: asking on would tell nothing new.
      if (answer.redirected || (answer.status >= 400 && answer.status < 500)) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(".viewer");
      const pages = (viewer) => viewer.querySelectorAll(".viewer-page").length;
      const viewer = document.querySelector(".viewer");
      if (fresh && pages(fresh) !== pages(viewer)) {
        location.reload();
        return;
      }
      if (fresh) viewer.dataset.stage = fresh.dataset.stage;
      if (fresh?.dataset.stage === "none") location.reload();
    } catch {
      // Out of reach for now; the next time asks again.
    }
    if (["waiting", "drawing"].includes(stage())) setTimeout(follow, AGAIN);
  };
  if (["waiting", "drawing"].includes(stage())) setTimeout(follow, AGAIN);

  const deck = document.querySelector(".deck");
  if (!deck) return;
  const words = deck.dataset;
  const find = (selector) => deck.querySelector(selector);
  const pages = [...deck.querySelectorAll(".viewer-page")];
  const place = find(".deck-place input");
  const copying = find("[data-copy]");
  const status = find(".deck-status");
  const thumbnails = [];
  let current = 0;

  const sheet = (number) => pages[number - 1].querySelector(".viewer-sheet");
  const picture = (number) => pages[number - 1].querySelector(".viewer-picture");
  const isHere = (image) => image.complete && image.naturalWidth > 0;

  // Pictures.

  /** Where a picture is still being made, the server says so with 503, and it is tried again. */
  const tryAgain = async (image, told) => {
    if (image.dataset.trying) return;
    image.dataset.trying = "true";
    try {
      const { status: code } = await fetch(image.src, { method: "HEAD" });
      if (code >= 400 && code < 500) {
        told?.(words.noPicture);
        return;
      }
    } catch {
      // Out of reach: the same as not there yet.
    }
    setTimeout(() => {
      delete image.dataset.trying;
      image.src = image.src;
    }, AGAIN);
  };

  const settle = (image, told) => {
    const failed = () => tryAgain(image, told);
    image.addEventListener("error", failed);
    if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") failed();
  };

  const prepare = (page) => {
    const image = page.querySelector(".viewer-picture");
    const box = page.querySelector(".viewer-sheet");
    box.style.setProperty("--ratio", String(image.width / image.height));
    const tell = (text) => (box.dataset.told = text);
    settle(image, tell);
    image.addEventListener("load", () => {
      delete box.dataset.told;
      box.classList.add("viewer-drawn");
      if (image.naturalWidth) box.style.setProperty("--ratio", String(image.naturalWidth / image.naturalHeight));
    });
    if (isHere(image)) box.classList.add("viewer-drawn");
  };

  /** The small picture stands in until the large one is there. */
  const draft = (number) => {
    if (isHere(picture(number)) || sheet(number).querySelector(".viewer-draft")) return;
    const small = document.createElement("img");
    small.className = "viewer-draft";
    small.alt = "";
    small.src = pages[number - 1].dataset.thumbnail;
    sheet(number).prepend(small);
  };

  /** Before there are any others that would be in the way of this one. */
  const afterwards = (image, then) => {
    if (isHere(image)) then();
    else {
      const once = () => {
        clearTimeout(timer);
        image.removeEventListener("load", once);
        then();
      };
      const timer = setTimeout(once, 2000);
      image.addEventListener("load", once);
    }
  };

  // Turning pages.

  const numberIn = (hash) => {
    const asked = Number(/^#page=(\d{1,4})$/.exec(hash)?.[1]);
    return asked ? Math.min(Math.max(asked, 1), pages.length) : 0;
  };

  const show = (number) => {
    if (number === current) return;
    pages[current - 1]?.classList.remove("viewer-current");
    leaveText();
    current = number;
    draft(number);
    picture(number).loading = "eager";
    pages[number - 1].classList.add("viewer-current");
    place.value = String(number);
    find("[data-go=previous]").disabled = number === 1;
    find("[data-go=next]").disabled = number === pages.length;
    const address = new URL(`#page=${number}`, location.href);
    copying.dataset.copy = address.href;
    thumbnails.forEach((link, index) => {
      if (index === number - 1) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    bring(thumbnails[number - 1]);
    afterwards(picture(number), () => {
      if (current === number)
        [number + 1, number - 1].filter((near) => pages[near - 1]).forEach((near) => (picture(near).loading = "eager"));
    });
    if (selecting) enterText();
  };

  /** Within the strip alone; the page itself stays where it is. */
  const bring = (link) => {
    if (!link) return;
    const list = link.closest("ol");
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = link.parentElement;
    list.scrollTo({ left: left - (list.clientWidth - width) / 2, top: top - (list.clientHeight - height) / 2 });
  };

  const go = (number) => {
    const wanted = Math.min(Math.max(number, 1), pages.length);
    if (wanted === current) return;
    show(wanted);
    history.replaceState(history.state, "", `#page=${wanted}`);
    status.textContent = fill(words.now, wanted, pages.length);
  };

  const steps = {
    ArrowLeft: () => current - 1,
    ArrowRight: () => current + 1,
    PageUp: () => current - 1,
    PageDown: () => current + 1,
    Home: () => 1,
    End: () => pages.length,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
    const scrolls = event.target.closest?.(".viewer-text-view");
    const presses = event.target.closest?.("button, a, summary");
    if (event.key === " " && !presses) {
      event.preventDefault();
      go(current + (event.shiftKey ? -1 : 1));
    } else if (steps[event.key] && !scrolls && !event.shiftKey) {
      event.preventDefault();
      go(steps[event.key]());
    } else if (event.key === "f" || event.key === "F") {
      toggleFull();
    }
  });

  deck.addEventListener("click", (event) => {
    const turn = event.target.closest("[data-go]");
    if (turn) go(current + (turn.dataset.go === "next" ? 1 : -1));
    const link = event.target.closest("a[href^='#page=']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(numberIn(link.getAttribute("href")));
    }
  });

  place.addEventListener("change", () => {
    go(Math.round(Number(place.value)) || current);
    place.value = String(current);
  });

  addEventListener("hashchange", () => {
    const asked = numberIn(location.hash);
    if (asked) show(asked);
  });

  // A finger that goes sideways turns the page; one that goes down scrolls, two zoom, as the browser does.
  let finger = null;
  deck.addEventListener("pointerdown", (event) => {
    const usable = event.pointerType === "touch" && event.isPrimary && event.target.closest(".viewer-sheet") && !selecting;
    finger = usable ? event : null;
  });
  deck.addEventListener("pointercancel", () => (finger = null));
  deck.addEventListener("pointerup", (event) => {
    if (!finger || event.pointerId !== finger.pointerId || (visualViewport?.scale ?? 1) > 1.05) return;
    const across = event.clientX - finger.clientX;
    const down = event.clientY - finger.clientY;
    finger = null;
    if (Math.abs(across) > 40 && Math.abs(across) > 1.5 * Math.abs(down)) go(current + (across < 0 ? 1 : -1));
  });

  // The whole screen.

  const full = find("[data-full]");
  const toggleFull = () => {
    if (!deck.requestFullscreen) return;
    const changing = document.fullscreenElement ? document.exitFullscreen() : deck.requestFullscreen();
    // Refused by the browser: then it stays as it is.
    changing.catch(() => {});
  };
  full.hidden = !deck.requestFullscreen;
  full.addEventListener("click", toggleFull);
  document.addEventListener("fullscreenchange", () =>
    full.setAttribute("aria-pressed", String(document.fullscreenElement === deck)),
  );

  // All pages, small.

  const fillStrip = () => {
    const strip = find(".deck-strip");
    const list = strip.querySelector("ol");
    const near = new IntersectionObserver(
      (seen) =>
        seen
          .filter((one) => one.isIntersecting)
          .forEach(({ target }) => {
            near.unobserve(target);
            target.src = target.dataset.src;
          }),
      { root: list, rootMargin: "200px" },
    );
    const images = pages.map((page, index) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#page=${index + 1}`;
      const image = document.createElement("img");
      const large = picture(index + 1);
      image.alt = "";
      image.width = large.width;
      image.height = large.height;
      image.fetchPriority = "low";
      image.dataset.src = page.dataset.thumbnail;
      image.addEventListener("error", () => tryAgain(image));
      const number = document.createElement("span");
      number.textContent = String(index + 1);
      const hits = document.createElement("span");
      hits.className = "deck-page-hits";
      link.append(image, number, hits);
      item.append(link);
      list.append(item);
      thumbnails.push(link);
      return image;
    });
    strip.hidden = false;
    afterwards(picture(numberIn(location.hash) || 1), () => images.forEach((image) => near.observe(image)));
  };

  // The text of the pages: open on one, open on all.

  const texts = pages.map((page) => page.querySelector(".viewer-text"));
  const openTexts = (open) => texts.forEach((text) => text && (text.open = open));
  deck.addEventListener(
    "toggle",
    (event) => {
      if (event.target.closest(".viewer-current") && event.target.matches(".viewer-text")) openTexts(event.target.open);
    },
    true,
  );

  // Search. Width and case make no difference, nor do blanks and ends of lines, which PDFs have in the middle of words.

  const cluster = /\P{M}[\p{M}\u3099\u309A\uFF9E\uFF9F]*|\p{M}/gsu;
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

  const folded = texts.map((text) => {
    const original = text?.querySelector("p").textContent ?? "";
    let plain = "";
    const starts = [];
    const ends = [];
    for (const { 0: part, index } of original.matchAll(cluster)) {
      const same = fold(part);
      plain += same;
      for (let unit = 0; unit < same.length; unit++) {
        starts.push(index);
        ends.push(index + part.length);
      }
    }
    return { original, plain, starts, ends };
  });

  const search = find(".deck-search");
  const field = search.querySelector("input");
  let hits = [];
  let at = -1;

  const hitsOf = (wanted) =>
    folded.flatMap(({ plain, starts, ends }, index) => {
      const found = [];
      for (let from = plain.indexOf(wanted); from >= 0; from = plain.indexOf(wanted, from + wanted.length)) {
        found.push({ page: index + 1, start: starts[from], end: ends[from + wanted.length - 1] });
      }
      return found;
    });

  const mark = () =>
    texts.forEach((text, index) => {
      const own = hits.filter((hit) => hit.page === index + 1);
      const paragraph = text?.querySelector("p");
      if (!paragraph || (!own.length && !paragraph.querySelector("mark"))) return;
      const { original } = folded[index];
      const pieces = [];
      let after = 0;
      for (const hit of own) {
        const marked = document.createElement("mark");
        marked.textContent = original.slice(hit.start, hit.end);
        hit.mark = marked;
        pieces.push(original.slice(after, hit.start), marked);
        after = hit.end;
      }
      paragraph.replaceChildren(...pieces, original.slice(after));
    });

  const look = () => {
    const wanted = fold(field.value);
    hits = wanted ? hitsOf(wanted) : [];
    at = -1;
    mark();
    thumbnails.forEach((link, index) => {
      const own = hits.filter((hit) => hit.page === index + 1).length;
      link.classList.toggle("deck-found", own > 0);
      link.querySelector(".deck-page-hits").textContent = own ? fill(words.pageHits, own) : "";
    });
    search.querySelectorAll("[data-hit]").forEach((step) => (step.hidden = !hits.length));
    search.querySelector(".deck-hits").textContent = wanted && !hits.length ? words.noHits : "";
    if (hits.length) {
      openTexts(true);
      const here = hits.findIndex((hit) => hit.page >= current);
      goToHit(here < 0 ? 0 : here);
    }
  };

  const goToHit = (index) => {
    hits[at]?.mark.classList.remove("deck-hit");
    at = (index + hits.length) % hits.length;
    const hit = hits[at];
    hit.mark.classList.add("deck-hit");
    if (hit.page !== current) go(hit.page);
    search.querySelector(".deck-hits").textContent = fill(words.hits, at + 1, hits.length);
  };

  let pausing = 0;
  const lookNow = () => {
    clearTimeout(pausing);
    if (search.dataset.seen === field.value) return false;
    search.dataset.seen = field.value;
    look();
    return true;
  };
  field.addEventListener("input", (event) => {
    clearTimeout(pausing);
    if (!event.isComposing) pausing = setTimeout(lookNow, 250);
  });
  field.addEventListener("compositionend", () => (pausing = setTimeout(lookNow, 250)));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey && !event.isComposing && hits.length) {
      event.preventDefault();
      goToHit(at - 1);
    }
  });
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!lookNow() && hits.length) goToHit(at + 1);
  });
  search.addEventListener("click", (event) => {
    const step = event.target.closest("[data-hit]");
    if (step && hits.length) goToHit(at + (step.dataset.hit === "next" ? 1 : -1));
  });

  // Text that can be selected, and zoom: pdf.js draws the page, in the place of its picture.

  const select = find("[data-select]");
  const zooming = find(".deck-zoom");
  const fault = find(".deck-fault");
  let selecting = false;
  let zoom = 1;
  let opening = null;
  let drawing = 0;

  const open = async () => {
    const pdfjs = await import(words.pdfjs + "pdf.min.mjs");
    pdfjs.GlobalWorkerOptions.workerSrc = words.pdfjs + "pdf.worker.min.mjs";
    const asked = pdfjs.getDocument({
      url: words.file,
      cMapUrl: words.pdfjs + "cmaps/",
      cMapPacked: true,
      standardFontDataUrl: words.pdfjs + "standard_fonts/",
      isEvalSupported: false,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      verbosity: 0,
    });
    return { pdfjs, pdf: await asked.promise };
  };

  const leaveText = () => {
    drawing++;
    deck.querySelectorAll(".viewer-text-view").forEach((view) => view.remove());
    deck.querySelectorAll(".viewer-selecting").forEach((box) => box.classList.remove("viewer-selecting"));
  };

  /** A canvas of more pixels than this is refused by phones. */
  const MOST_PIXELS = 16_000_000;

  const draw = async (number, turn) => {
    opening ??= open();
    const { pdfjs, pdf } = await opening;
    const page = await pdf.getPage(number);
    const box = sheet(number);
    const wide = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (box.clientWidth / wide.width) * zoom });
    const fine = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width * fine);
    canvas.height = Math.floor(viewport.height * fine);
    canvas.style.inlineSize = `${viewport.width}px`;
    canvas.style.blockSize = `${viewport.height}px`;
    const layer = document.createElement("div");
    layer.className = "viewer-letters";
    layer.style.setProperty("--scale-factor", String(viewport.scale));
    await page.render({ canvasContext: canvas.getContext("2d"), viewport, transform: [fine, 0, 0, fine, 0, 0] }).promise;
    await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
    if (turn !== drawing) return;
    const view = document.createElement("div");
    view.className = "viewer-text-view";
    view.tabIndex = 0;
    view.setAttribute("role", "group");
    view.setAttribute("aria-label", fill(words.now, number, pages.length));
    view.append(canvas, layer);
    const before = box.querySelector(".viewer-text-view");
    const [left, top] = before ? [before.scrollLeft / before.scrollWidth, before.scrollTop / before.scrollHeight] : [0, 0];
    before?.remove();
    picture(number).after(view);
    view.scrollTo({ left: left * view.scrollWidth, top: top * view.scrollHeight, behavior: "instant" });
    box.classList.add("viewer-selecting");
  };

  const enterText = async () => {
    const turn = ++drawing;
    try {
      deck.setAttribute("aria-busy", "true");
      await draw(current, turn);
      fault.textContent = "";
    } catch {
      if (turn === drawing) {
        opening = null;
        setSelecting(false);
        fault.textContent = words.fault;
      }
    }
    deck.removeAttribute("aria-busy");
  };

  const setSelecting = (on) => {
    selecting = on;
    zoom = 1;
    select.setAttribute("aria-pressed", String(on));
    zooming.hidden = !on;
    if (on) enterText();
    else leaveText();
  };

  select.addEventListener("click", () => {
    fault.textContent = "";
    setSelecting(!selecting);
  });
  zooming.addEventListener("click", (event) => {
    const step = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (!step) return;
    zoom = step === "fit" ? 1 : Math.min(Math.max(zoom * (step === "larger" ? 1.25 : 0.8), 1), 4);
    enterText();
  });

  let resizing = 0;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => selecting && enterText(), 200);
  });

  // Begin.

  pages.forEach(prepare);
  deck.classList.add("deck-turning");
  find(".deck-bar").hidden = false;
  fillStrip();
  show(numberIn(location.hash) || 1);
})();
