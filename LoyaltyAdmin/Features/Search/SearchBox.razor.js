// What only the browser can do for the search box: keys from anywhere, focus, and the sheet on a phone.
const writing = target => target.closest?.('input, textarea, select, [contenteditable=true]');

export function attach(root, component) {
  const input = root.querySelector('input');
  const show = () => {
    root.classList.add('finder-on');
    input.focus();
    input.select();
  };
  const hide = () => root.classList.remove('finder-on');

  const onKey = event => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target);
    if ((command || slash) && !document.querySelector('.rz-dialog')) {
      event.preventDefault();
      show();
    }
  };
  const onInputKey = event => {
    if (['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
      event.preventDefault();
    }
  };
  const leave = () => {
    hide();
    component.invokeMethodAsync('Leave');
  };
  const onClick = event => {
    if (event.target.closest('[data-finder-open]')) {
      show();
    } else if (event.target.closest('[data-finder-close]')) {
      leave();
    }
  };
  // A press on a finding leaves the focus where it is, so that the list stays until the click is done.
  const onPress = event => {
    if (event.target.closest('.finder-list')) {
      event.preventDefault();
    }
  };
  const onFocusOut = event => {
    if (document.hasFocus() && !root.contains(event.relatedTarget) && !event.target.closest('[data-finder-open]')) {
      leave();
    }
  };
  const follower = new MutationObserver(() => root.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));

  document.addEventListener('keydown', onKey);
  input.addEventListener('keydown', onInputKey);
  root.addEventListener('click', onClick);
  root.addEventListener('mousedown', onPress);
  root.addEventListener('focusout', onFocusOut);
  follower.observe(input, { attributeFilter: ['aria-activedescendant'] });
  root.dataset.ready = '';

  return {
    close() {
      input.value = '';
      input.blur();
      hide();
    },
    dispose() {
      document.removeEventListener('keydown', onKey);
      follower.disconnect();
    },
  };
}
