// Shows how far an upload is. Without this script the browser sends the form by itself.
(() => {
  'use strict';

  const form = document.querySelector('[data-upload]');
  if (!form) {
    return;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    const progress = Object.assign(document.createElement('progress'), { max: 1, value: 0, ariaLabel: 'Sent' });
    button.disabled = true;
    button.after(progress);

    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (sent) => {
      if (sent.lengthComputable) {
        progress.value = sent.loaded / sent.total;
      }
    });
    request.addEventListener('load', () => location.assign(request.getResponseHeader('Location') ?? '/admin/ingest'));
    request.addEventListener('error', () => location.assign('/admin/ingest'));
    request.open('POST', form.action);
    request.setRequestHeader('X-Follow', 'no');
    request.send(new FormData(form));
  });
})();
