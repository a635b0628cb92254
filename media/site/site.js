// @ts-check
// The pages work without this: every term and citation is a link. It shows what they lead to without leaving the page.
// Text goes into the page as text, or as a copy of what the page holds, so that nothing in a file can become markup.
'use strict';

(() => {
  /** What the page says, in its language. @param {string} name */
  function word(name) {
    const template = document.getElementById('words');
    const found = template instanceof HTMLTemplateElement && template.content.querySelector(`[data-word="${name}"]`);
    return (found && found.textContent) || '';
  }

  /** @type {Readonly<Record<string, readonly [name: string, definition: string]>>} */
  const terms = Reflect.get(globalThis, 'pilcrowTerms') ?? {};

  /** Whether a link stands in a span of a class. @param {HTMLAnchorElement} link @param {string} name */
  function isOfClass(link, name) {
    return link.parentElement?.classList.contains(name) ?? false;
  }

  /** The name and definition of the term that a link leads to. @param {HTMLAnchorElement} link */
  function termOf(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    return Object.hasOwn(terms, id) ? terms[id] : undefined;
  }

  /** @param {string} definition */
  function paragraphsOf(definition) {
    return definition.split('\n').map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    });
  }

  /** What a link leads to, and how to go there; undefined where it is an ordinary link. @param {HTMLAnchorElement} link */
  function contentOf(link) {
    if (isOfClass(link, 'term')) {
      const term = termOf(link);
      return term && { title: term[0], body: paragraphsOf(term[1]), href: link.href, go: word('toGlossary') };
    }
    if (!isOfClass(link, 'cited') || !link.hash) return undefined;
    const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const place = entry?.querySelector('a.place');
    if (!entry || !(place instanceof HTMLAnchorElement)) return undefined;
    const copy = /** @type {HTMLElement} */ (entry.cloneNode(true));
    for (const each of copy.querySelectorAll('.back, a.place')) each.remove();
    for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id');
    return { title: place.textContent ?? '', body: [...copy.childNodes], href: place.href, go: word('toPassage') };
  }

  // A card: what a term means or a citation leads to, on a tap or on Enter.

  /** @type {HTMLDialogElement | undefined} */
  let card;

  function cardOf() {
    if (card) return card;
    card = document.createElement('dialog');
    card.id = 'card';
    card.setAttribute('aria-labelledby', 'card-title');
    // A tap beside the card closes it.
    card.addEventListener('click', ({ target }) => {
      if (target === card) card?.close();
    });
    document.body.append(card);
    return card;
  }

  /** @param {NonNullable<ReturnType<typeof contentOf>>} content @param {string} lang */
  function openCard({ title, body, href, go }, lang) {
    const dialog = cardOf();
    const heading = document.createElement('h2');
    heading.id = 'card-title';
    heading.textContent = title;
    const text = document.createElement('div');
    text.lang = lang;
    text.append(...body);
    const link = document.createElement('a');
    link.href = href;
    link.textContent = go;
    link.addEventListener('click', () => dialog.close());
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = word('close');
    close.addEventListener('click', () => dialog.close());
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(link, close);
    dialog.replaceChildren(heading, text, actions);
    hideTip();
    dialog.showModal();
  }

  /** @param {EventTarget | null} target */
  function linkAt(target) {
    const link = target instanceof Element ? target.closest('.term > a, .cited > a') : null;
    return link instanceof HTMLAnchorElement && !link.closest('#card') ? link : undefined;
  }

  document.addEventListener('click', (event) => {
    // Who asks for another window gets it.
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const link = linkAt(event.target);
    const content = link && contentOf(link);
    if (!content) return;
    event.preventDefault();
    openCard(content, link.closest('[lang]')?.getAttribute('lang') ?? '');
  });

  // A tip: what a term means, while the pointer is on it or it has the focus. It stays while the pointer is on the tip itself.

  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  document.body.append(tip);
  /** @type {HTMLAnchorElement | undefined} */
  let tipped;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;

  function hideTip() {
    clearTimeout(pending);
    tipped?.removeAttribute('aria-describedby');
    tipped = undefined;
    tip.hidden = true;
  }

  /** @param {HTMLAnchorElement} link */
  function showTip(link) {
    const term = termOf(link);
    if (!term || card?.open) return;
    hideTip();
    tipped = link;
    tip.textContent = term[1].replaceAll('\n', ' ');
    tip.hidden = false;
    link.setAttribute('aria-describedby', 'tip');
    const [box = link.getBoundingClientRect()] = link.getClientRects();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 8));
    const isBelow = box.bottom + tip.offsetHeight + 8 < window.innerHeight || box.top < tip.offsetHeight + 8;
    const top = isBelow ? box.bottom + 4 : box.top - tip.offsetHeight - 4;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
  }

  const showDelay = 250;
  const hideDelay = 200;

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const link = linkAt(target);
    if (link && isOfClass(link, 'term')) {
      clearTimeout(pending);
      if (link !== tipped) pending = setTimeout(() => showTip(link), showDelay);
    } else if (target instanceof Node && tip.contains(target)) clearTimeout(pending);
    else if (tipped && document.activeElement !== tipped) {
      clearTimeout(pending);
      pending = setTimeout(hideTip, hideDelay);
    } else if (!tipped) clearTimeout(pending);
  });
  document.addEventListener('focusin', ({ target }) => {
    const link = linkAt(target);
    if (link && isOfClass(link, 'term') && link.matches(':focus-visible')) showTip(link);
    else hideTip();
  });
  document.addEventListener('focusout', hideTip);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && tipped) hideTip();
  });

  // Paper shows what is folded up.

  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  window.addEventListener('beforeprint', () => {
    // It may be told twice before it is told that the printing is over.
    const folded = [...document.querySelectorAll('details')].filter((each) => !each.open);
    for (const each of folded) each.open = true;
    unfolded = [...unfolded, ...folded];
  });
  window.addEventListener('afterprint', () => {
    for (const each of unfolded) each.open = false;
    unfolded = [];
  });
})();
