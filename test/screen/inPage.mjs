// These run in the browser's page, so they are plain JavaScript that uses nothing from outside themselves.

/** The middle of the place where `wanted` is drawn in a line, however its pieces are coloured. */
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

/** Settles when an element and all around it have stopped fading and moving. */
export async function standsStill(element) {
  const animations = [];
  for (let at = element; at; at = at.parentElement) animations.push(...at.getAnimations());
  await Promise.all(animations.map((animation) => animation.finished));
}

/** Contrast of the text of an element, or of what stands behind it (`::after`), with its background: WCAG 2.2. */
export function contrastOf(element, pseudo) {
  const view = element.ownerDocument.defaultView;
  const rgba = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return { values: [red, green, blue], alpha };
  };
  const over = ({ values, alpha }, below) =>
    values.map((value, index) => value * alpha + below[index] * (1 - alpha));
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const layer = rgba(view.getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer.alpha === 1) break;
  }
  const behind = layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
  const luminance = (values) => {
    const [red, green, blue] = values.map((value) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const color = over(rgba(view.getComputedStyle(element, pseudo || undefined).color), behind);
  const [first, second] = [luminance(color), luminance(behind)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Elements of a line behind which a symbol is drawn, marked with it, so that tests can ask for them. */
export function markSymbols(line) {
  const view = line.ownerDocument.defaultView;
  return [...line.querySelectorAll('span')].flatMap((span) => {
    const { content } = view.getComputedStyle(span, '::after');
    if (!/^".+"$/.test(content)) return [];
    span.dataset.symbol = content.slice(1, -1);
    return [span.dataset.symbol];
  });
}
