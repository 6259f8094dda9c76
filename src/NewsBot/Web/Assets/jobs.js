// Keeps the table of jobs up to date while it is open. Without this script a reload shows how far they are.
(() => {
  'use strict';

  const place = document.querySelector('[data-jobs]');
  const body = place?.querySelector('tbody');
  if (!body) {
    return;
  }

  const stream = new EventSource(place.dataset.jobs);
  stream.addEventListener('begun', () => place.setAttribute('data-live', ''));
  stream.addEventListener('job', (event) => {
    const template = document.createElement('template');
    template.innerHTML = event.data;
    const row = template.content.querySelector('tr');
    const shown = document.getElementById(row.id);
    // Who is about to press a button keeps it.
    if (shown?.contains(document.activeElement)) {
      return;
    }
    if (shown) {
      shown.replaceWith(row);
    } else {
      body.prepend(row);
    }
  });
})();
