/** Light, dark, or as the system has it. */

const KEY = 'bylaw-theme';

const kept = (): string => {
  try {
    return localStorage.getItem(KEY) ?? 'system';
  } catch {
    return 'system';
  }
};

const keep = (theme: string): void => {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
};

export const followTheme = (choice: HTMLSelectElement): void => {
  const apply = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
  };
  choice.value = kept();
  apply(choice.value);
  choice.onchange = () => {
    keep(choice.value);
    apply(choice.value);
  };
};
