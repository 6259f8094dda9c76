// Asks without reloading the page. The server sends markup that it has encoded; without this script the form works as a plain form.
(() => {
  'use strict';

  const form = document.querySelector('[data-ask]');
  const place = document.getElementById('answer');
  if (!form || !place) {
    return;
  }

  let stream = null;
  let shown = location.search;

  const plainAddress = () => {
    const fields = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...fields]) {
      if (value === '') {
        fields.delete(name);
      }
    }
    return '?' + fields;
  };

  const show = (markup) => {
    place.innerHTML = markup;
  };

  const showStatus = (text) => {
    if (!place.querySelector('.claims')) {
      show('<p class="progress">' + text + '</p>');
    }
  };

  const addSentence = (markup) => {
    if (!place.querySelector('.claims')) {
      show('<p class="claims" dir="auto"></p>');
    }
    place.querySelector('.claims').insertAdjacentHTML('beforeend', markup);
  };

  const ask = (address) => {
    stream?.close();
    place.setAttribute('aria-busy', 'true');
    showStatus('Searching …');
    document.querySelector('.introduction')?.classList.add('visually-hidden');
    document.querySelector('.latest')?.remove();
    stream = new EventSource('/ask/stream' + address);
    stream.addEventListener('status', (event) => showStatus(event.data));
    stream.addEventListener('sentence', (event) => addSentence(event.data));
    stream.addEventListener('answer', (event) => {
      stream.close();
      show(event.data);
      place.removeAttribute('aria-busy');
    });
    stream.addEventListener('error', () => {
      // The plain page says what is wrong.
      stream.close();
      location.assign('/' + address);
    });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = plainAddress();
    history.pushState(null, '', '/' + address);
    shown = location.search;
    document.title = form.elements.q.value + ' – NewsBot';
    ask(address);
  });

  form.elements.q.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // Going back to another question shows its page; a jump inside this page is none of our business.
  window.addEventListener('popstate', () => {
    if (location.search !== shown) {
      location.reload();
    }
  });
})();
