// These run in the browser's page, so they are plain JavaScript that uses nothing from outside themselves.

/** The middle of the place where `wanted` is drawn in a line, however its parts are coloured. */
export function middleOf(line, wanted) {
  const text = line.textContent.replaceAll('\u00a0', ' ');
  const middle = text.indexOf(wanted) + Math.floor(wanted.length / 2);
  const pieces = line.ownerDocument.createTreeWalker(line, 4);
  let before = 0;
  for (let piece = pieces.nextNode(); piece; piece = pieces.nextNode()) {
    const at = middle - before;
    before += piece.textContent.length;
    if (middle >= before) continue;
    const range = line.ownerDocument.createRange();
    range.setStart(piece, at);
    range.setEnd(piece, at + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`"${wanted}" is not drawn`);
}

/** Resolves when an element and everything around it have stopped fading and moving. */
export async function standsStill(element) {
  const animations = [];
  for (let at = element; at; at = at.parentElement) animations.push(...at.getAnimations());
  await Promise.all(animations.map((animation) => animation.finished));
}

/** The colour of an element's text, or of its pseudo-element, and of all backgrounds below it, the lowest last. */
export function colorsOf(element, pseudo) {
  const { defaultView: view } = element.ownerDocument;
  const behind = [];
  for (let at = element; at; at = at.parentElement) behind.push(view.getComputedStyle(at).backgroundColor);
  return { color: view.getComputedStyle(element, pseudo || undefined).color, behind };
}

/** Marks the elements of a line that have a symbol drawn after them, so that tests can find them. */
export function markSymbols(line) {
  const view = line.ownerDocument.defaultView;
  return [...line.querySelectorAll('span')].flatMap((span) => {
    const { content } = view.getComputedStyle(span, '::after');
    if (!/^".+"$/.test(content)) return [];
    span.dataset.symbol = content.slice(1, -1);
    return [span.dataset.symbol];
  });
}

/** Whether the middle of an element is visible: inside the scrolled window and covered by nothing. */
export function isOnTop(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const there = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return element.contains(there);
}

/** Drops what another program would hand over as the address of a file on an element. */
export function dropAddress(element, uri) {
  const { DataTransfer, DragEvent } = element.ownerDocument.defaultView;
  const { left, width, bottom } = element.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/uri-list', uri);
  for (const type of ['dragenter', 'dragover', 'drop'])
    element.dispatchEvent(
      new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer,
        clientX: left + width / 2,
        clientY: bottom - 2,
      }),
    );
}

/** The name of the webview that is drawn in a part of the window, such as `editor`; undefined as long as there is none. */
export function webviewIn(part) {
  const place = document.querySelector(`.part.${part}`);
  if (!place) return undefined;
  const { left, top, right, bottom } = place.getBoundingClientRect();
  return [...document.querySelectorAll('iframe.webview.ready')].find((frame) => {
    const box = frame.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const isDrawn = box.width > 0 && box.height > 0 && getComputedStyle(frame).visibility !== 'hidden';
    return isDrawn && left < x && x < right && top < y && y < bottom;
  })?.name;
}

/**
 * The words on a page, in drawings and out of them, each with its colour and with the colours painted behind its middle, the
 * uppermost first.
 * @returns {{ text: string, color: string, behind: string[] }[]}
 */
export function paintedTexts() {
  const found = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { currentNode: node } = words;
    const { parentElement: parent, textContent } = node;
    const text = (textContent ?? '').trim();
    if (!parent || text === '' || parent.closest('title, desc, style, script')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { x, y, width, height } = range.getBoundingClientRect();
    if (width === 0) continue;
    const isDrawn = parent.closest('svg') !== null;
    const behind = document
      .elementsFromPoint(x + width / 2, y + height / 2)
      .filter((element) => !(element instanceof SVGTextContentElement))
      .map((element) => {
        const { fill, backgroundColor } = getComputedStyle(element);
        return element instanceof SVGGeometryElement ? fill : backgroundColor;
      })
      .filter((color) => color.startsWith('rgb'));
    const style = getComputedStyle(parent);
    found.push({ text, color: isDrawn ? style.fill : style.color, behind });
  }
  return found;
}

/** The whole of an element as HTML. */
export function outerHtml(element) {
  return element.outerHTML;
}

/** Keeps, from now on, what views say to those who have no text or no citation. */
export function keepWelcomes() {
  window.keptWelcomes = new Set();
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('.part.sidebar .welcome-view-content'))
      if (/no text|cites nothing/.test(textContent)) window.keptWelcomes.add(textContent);
  }).observe(document, { childList: true, subtree: true });
}

/** What `keepWelcomes` has kept. */
export function keptWelcomes() {
  return [...window.keptWelcomes];
}
