// On a wide screen a citation opens beside the answer instead of in its place. Without this script it opens as a page.
(() => {
  'use strict';

  const wide = window.matchMedia('(min-width: 68rem)');
  const place = document.getElementById('answer');
  if (!place) {
    return;
  }

  let viewer = null;
  let citations = [];
  let current = -1;
  let opener = null;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const build = () => {
    const button = (text, label, act) => element('button', { type: 'button', className: 'quiet', ariaLabel: label, onclick: act }, text);
    const bar = element('div', { className: 'viewer-bar' },
      button('←', 'Previous citation', () => open(current - 1)),
      element('p', { className: 'viewer-place', role: 'status' }),
      button('→', 'Next citation', () => open(current + 1)),
      element('a', { className: 'viewer-page' }, 'Open as page'),
      button('×', 'Close the cited article', close));
    const made = element('aside', { className: 'viewer', tabIndex: -1, ariaLabel: 'Cited article' }, bar, element('div', { className: 'viewer-text', tabIndex: 0 }));
    made.addEventListener('keydown', onKey);
    document.getElementById('main').append(made);
    return made;
  };

  const onKey = (event) => {
    const actions = { ArrowLeft: () => open(current - 1), ArrowRight: () => open(current + 1), Escape: close };
    if (actions[event.key] && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      actions[event.key]();
    }
  };

  const mark = () => {
    for (const link of place.querySelectorAll('.marker')) {
      link.ariaCurrent = link.dataset.citation === String(current + 1) ? 'true' : null;
    }
  };

  const open = async (index) => {
    if (index < 0 || index >= citations.length) {
      return;
    }
    const address = citations[index];
    current = index;
    viewer ??= build();
    viewer.querySelector('.viewer-place').textContent = 'Source ' + (index + 1) + ' of ' + citations.length;
    viewer.querySelector('.viewer-page').href = address;
    document.body.classList.add('has-viewer');
    mark();

    const response = await fetch(address).catch(() => null);
    if (!response) {
      // The page of the browser says what is wrong with the connection.
      location.assign(address);
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const article = page.querySelector('.archived') ?? page.querySelector('.problem');
    if (!article || current !== index) {
      return;
    }
    viewer.querySelector('.viewer-text').replaceChildren(document.importNode(article, true));
    viewer.focus({ preventScroll: true });
    viewer.querySelector('#quote')?.scrollIntoView({ block: 'center' });
  };

  const close = () => {
    viewer?.remove();
    viewer = null;
    current = -1;
    document.body.classList.remove('has-viewer');
    mark();
    opener?.focus();
  };

  place.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-citation]');
    if (!link || !wide.matches || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    opener = link;
    citations = [...place.querySelectorAll('.sources > li')].map((source) => source.querySelector('a[data-citation]').href);
    open(Number(link.dataset.citation) - 1);
  });

  new MutationObserver(() => {
    if (viewer && place.getAttribute('aria-busy') === 'true') {
      opener = null;
      close();
    }
  }).observe(place, { attributes: true, attributeFilter: ['aria-busy'] });
})();
