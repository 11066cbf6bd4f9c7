// Elements of the page. All text goes through textContent, so it stays text whatever it holds.

export function byId(id) {
  return document.getElementById(id);
}

/** An element with a class, and children: elements, or texts. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

export function button(text, title, action) {
  const made = element('button', '', text);
  made.type = 'button';
  made.title = title;
  made.addEventListener('click', action);
  return made;
}
