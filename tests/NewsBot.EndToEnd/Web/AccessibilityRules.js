// The rules of WCAG 2.2 AA that a program can check and that these pages could break. Gives a list of what is wrong.
() => {
  const wrong = [];
  const isShown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
  const describe = (e) => e.outerHTML.slice(0, 90);

  const nameOf = (e) => (e.getAttribute('aria-label') || e.textContent || e.getAttribute('title') || '').trim();
  for (const e of document.querySelectorAll('a[href], button, summary')) {
    if (isShown(e) && !nameOf(e)) wrong.push('no name: ' + describe(e));
  }
  for (const e of document.querySelectorAll('input, textarea, select')) {
    if (e.type !== 'hidden' && !(e.labels && e.labels.length) && !e.getAttribute('aria-label')) wrong.push('no label: ' + describe(e));
  }
  for (const e of document.querySelectorAll('img:not([alt]), svg:not([aria-hidden]):not([role])')) wrong.push('no text for image: ' + describe(e));

  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) wrong.push('id used twice: ' + id);
  for (const e of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
    for (const id of ((e.getAttribute('aria-labelledby') || '') + ' ' + (e.getAttribute('aria-describedby') || '')).split(' ').filter(Boolean)) {
      if (!document.getElementById(id)) wrong.push('refers to nothing: ' + id);
    }
  }

  // 24 by 24 pixels, but for links inside a line of text. The label of a field is part of its target.
  for (const e of document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden]), .button, nav a, .source-links a')) {
    const boxes = [e, ...(e.labels ?? [])].map((part) => part.getBoundingClientRect());
    if (isShown(e) && !boxes.some((box) => box.width >= 24 && box.height >= 24)) wrong.push('small target: ' + describe(e));
  }

  // On a narrow screen the name of the column stands before each cell.
  for (const row of document.querySelectorAll('tbody tr')) {
    const columns = [...row.closest('table').querySelectorAll('thead th')].map((e) => e.textContent);
    [...row.children].forEach((cell, i) => {
      if (i > 0 && (cell.dataset.label || '') !== columns[i]) wrong.push('not the name of its column: ' + describe(cell));
    });
  }

  const navigations = [...document.querySelectorAll('nav')].map((e) => e.getAttribute('aria-label') || '');
  if (navigations.length > 1 && new Set(navigations.filter(Boolean)).size !== navigations.length) wrong.push('navigations cannot be told apart: ' + navigations);
  for (const e of document.body.children) {
    if (!['HEADER', 'MAIN', 'FOOTER', 'NAV', 'SCRIPT'].includes(e.tagName) && !e.matches('.skip, [role]')) wrong.push('outside every landmark: ' + describe(e));
  }

  if (!document.documentElement.lang) wrong.push('the page names no language');
  if (!document.title) wrong.push('the page has no title');
  if (document.querySelectorAll('main').length !== 1) wrong.push('not exactly one main landmark');
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not exactly one h1');
  let level = 0;
  for (const e of document.querySelectorAll('h1, h2, h3, h4')) {
    const now = Number(e.tagName[1]);
    if (now > level + 1) wrong.push('heading leaves out a level: ' + describe(e));
    level = now;
  }

  const channel = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => { const n = text.match(/[\d.]+/g).map(Number); return { rgb: n.slice(0, 3), alpha: n.length > 3 ? n[3] : 1 }; };
  const groundOf = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const ground = parse(getComputedStyle(at).backgroundColor);
      if (ground.alpha === 1) return ground.rgb;
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || seen.has(e) || !isShown(e) || ['SCRIPT', 'STYLE'].includes(e.tagName)) continue;
    seen.add(e);
    const style = getComputedStyle(e);
    const [a, b] = [luminance(parse(style.color).rgb), luminance(groundOf(e))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) wrong.push('contrast ' + contrast.toFixed(2) + ': ' + describe(e));
  }

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push('the page scrolls sideways');
  return wrong;
}
