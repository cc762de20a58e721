/** The screen and the paper as ports: timers that rest while nobody looks, files to save, the banner on every sheet. */

/** Calls again and again while the page is in view, and at once when it comes back into view after a time away. */
export function everyVisible(document: Document): (seconds: number, tick: () => void) => () => void {
  return (seconds, tick) => {
    let isDue = false;
    const timer = setInterval(() => {
      if (document.hidden) isDue = true;
      else tick();
    }, seconds * 1000);
    const onView = () => {
      if (document.hidden || !isDue) return;
      isDue = false;
      tick();
    };
    document.addEventListener('visibilitychange', onView);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onView);
    };
  };
}

export function saveFile(document: Document): (fileName: string, content: Blob) => void {
  return (fileName, content) => {
    const address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The browser has taken hold of the content by the next turn.
    setTimeout(() => URL.revokeObjectURL(address), 0);
  };
}

/** As a string of CSS, whatever characters the banner has. */
const cssString = (text: string) =>
  `"${text.replace(/[^\w .,-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/**
 * Page numbers and the banner in the margins of every sheet. A style sheet made by the page itself, which its policy
 * allows. A browser that cannot print into margins repeats the banners of the frame instead: see `marks-sheets` in the styles.
 */
export function markSheetsOf(document: Document): (banner: string) => void {
  return (banner) => {
    const sheet = new CSSStyleSheet();
    const text = cssString(banner);
    sheet.replaceSync(
      `@page { margin: 2cm 1.5cm; @top-center { content: ${text}; font: bold 9pt sans-serif } ` +
        `@bottom-center { content: ${text} " \\2014  " counter(page) " / " counter(pages); font: bold 9pt sans-serif } }`,
    );
    document.adoptedStyleSheets = [sheet];
    const [rule] = sheet.cssRules;
    const canMark = rule !== undefined && 'cssRules' in rule;
    document.documentElement.classList.toggle('marks-sheets', canMark);
  };
}
