// Puts a button beside every text that is there to be copied.
(() => {
  'use strict';

  if (!navigator.clipboard) {
    return;
  }

  for (const text of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-describedby', text.getAttribute('aria-labelledby') ?? '');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    text.before(button);
  }
})();
