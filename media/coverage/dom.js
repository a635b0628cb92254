/** Small helpers. Text goes into the page as text, so nothing that a paper or source says can become HTML. */

/** Makes an element: properties are set as attributes, children are text or elements. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      made.setAttribute(attribute, value === true ? '' : String(value));
  made.append(...children);
  return made;
}

/** `{0} of {1}` with its places filled. */
export function filled(template, ...values) {
  return template.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''));
}

/**
 * Has `again` focus the element that had the focus when VS Code took it, as to ask for a name. VS Code gives it back to the
 * page, and to no element: who uses the keyboard would begin at the top.
 */
export function returnFocus(again) {
  let last;
  document.addEventListener('focusin', ({ target }) => {
    last = target;
  });
  window.addEventListener('focus', () => {
    if (last && document.activeElement === document.body) again(last);
  });
}
