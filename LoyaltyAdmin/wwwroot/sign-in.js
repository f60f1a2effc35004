// Fills the form with a demo user, so that one click and Enter are enough.
for (const button of document.querySelectorAll('[data-fill-email]')) {
  button.addEventListener('click', () => {
    document.getElementById('email').value = button.dataset.fillEmail;
    const password = document.getElementById('password');
    password.value = button.dataset.fillPassword;
    password.form.requestSubmit();
  });
}
