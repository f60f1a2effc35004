// What the frame does in the browser alone: theme, folding menu, reconnection.
const root = document.documentElement;

function setTheme(theme) {
  const dark = theme === 'dark';
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
  root.dataset.theme = theme;
  document.querySelector('meta[name=color-scheme]').content = theme;
  for (const link of document.querySelectorAll('link[rel=stylesheet][href*="Radzen.Blazor/css/material"]')) {
    const next = link.cloneNode();
    next.href = link.getAttribute('href').replace(/material(-dark)?/, dark ? 'material-dark' : 'material');
    next.addEventListener('load', () => link.remove(), { once: true });
    link.after(next);
  }
  // Charts draw themselves anew.
  window.dispatchEvent(new CustomEvent('themechange', { detail: theme }));
}

function setMenu(open) {
  root.classList.toggle('menu-open', open);
  document.querySelector('.menu-toggle')?.setAttribute('aria-expanded', String(open));
}

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest('[data-theme-toggle]')) {
    setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark');
  } else if (target.closest('[data-menu-toggle]')) {
    setMenu(!root.classList.contains('menu-open'));
  } else if (target.closest('.side a')) {
    setMenu(false);
  } else if (target.closest('[data-print]')) {
    print();
  } else if (target.closest('[data-reload]')) {
    location.reload();
  } else if (target.closest('[data-reconnect]')) {
    Blazor.reconnect().then(known => known || location.reload(), () => { });
  }
});

// A click on a row of a list opens what it names, unless it was meant for something in the row or took up words.
document.addEventListener('click', event => {
  const row = event.target.closest('tr[data-opens]');
  if (row && !event.target.closest('a, button, input, label') && String(getSelection()) === '') {
    row.querySelector('[data-names] a')?.click();
  }
});

// A page that is opened is told by its heading, unless its person is at work on it already.
window.focusHeading = () => {
  const heading = document.querySelector('h1');
  if (heading && !document.activeElement?.closest('main')) {
    heading.tabIndex = -1;
    heading.focus();
  }
};

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    setMenu(false);
  }
});

// A page that the server no longer knows is loaded anew once its person looks at it again.
const modal = document.getElementById('components-reconnect-modal');
if (modal) {
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && modal.classList.contains('components-reconnect-failed')) {
      Blazor.reconnect().then(known => known || location.reload(), () => { });
    } else if (!document.hidden && modal.classList.contains('components-reconnect-rejected')) {
      location.reload();
    }
  });
}
