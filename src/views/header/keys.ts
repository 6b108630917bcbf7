/** Keys of an action as this machine names them. */
export const shownKeys = (keys: string): string =>
  keys.replace('Mod', /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl');
