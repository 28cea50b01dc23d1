import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Spruce: the one accent. Shade 7 stands on light paper, shade 3 on dark. */
const spruce: MantineColorsTuple = [
  '#edf6f3',
  '#d8ebe5',
  '#b1d6cb',
  '#84c2b2',
  '#5faa99',
  '#3f9181',
  '#2a7b6c',
  '#1d6a5d',
  '#15564b',
  '#0d423a',
];

const stone: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0ea',
  '#e6e1d8',
  '#d6d0c4',
  '#bdb5a7',
  '#978f81',
  '#746c60',
  '#5c554b',
  '#403b34',
  '#26231f',
];

/** Mantine paints its dark theme with this one: text first, ground last. */
const night: MantineColorsTuple = [
  '#ede8df',
  '#cfc8bc',
  '#b3ab9e',
  '#857d71',
  '#4a453e',
  '#39352f',
  '#2a2723',
  '#1a1917',
  '#141312',
  '#0e0d0c',
];

const brick: MantineColorsTuple = [
  '#fbeeeb',
  '#f4d9d3',
  '#eab3a8',
  '#e5988a',
  '#d2705f',
  '#bf5543',
  '#ae4534',
  '#9c3a2b',
  '#7f2d21',
  '#612118',
];

const serif = "'Newsreader', 'Newsreader fallback', 'Iowan Old Style', 'Palatino Linotype', Palatino, serif";
const sans =
  "'Source Sans 3 Variable', 'Source Sans fallback', Seravek, 'Gill Sans Nova', Calibri, system-ui, sans-serif";

export const theme = createTheme({
  colors: { spruce, gray: stone, dark: night, red: brick },
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 3 },
  black: '#26231f',
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontFamily: serif,
    fontWeight: '500',
    sizes: {
      h1: { fontSize: 'clamp(2rem, 1.6rem + 1.6vw, 2.625rem)', lineHeight: '1.15' },
      h2: { fontSize: 'clamp(1.4375rem, 1.3rem + 0.6vw, 1.6875rem)', lineHeight: '1.25' },
      h3: { fontSize: '1.25rem', lineHeight: '1.3' },
      h4: { fontSize: '1.125rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  shadows: {
    xs: '0 1px 2px rgb(38 35 31 / 6%)',
    sm: '0 1px 3px rgb(38 35 31 / 8%)',
    md: '0 6px 24px rgb(38 35 31 / 10%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 600, size: 'lg' } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } } },
    Paper: { defaultProps: { radius: 'lg' } },
    Textarea: { defaultProps: { autosize: true, minRows: 2 } },
  },
});

/** Hands our own paper, ink and lines (tokens.css) to Mantine's pieces. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--belay-page)',
    '--mantine-color-text': 'var(--belay-ink)',
    '--mantine-color-dimmed': 'var(--belay-ink-soft)',
    '--mantine-color-placeholder': 'var(--belay-ink-faint)',
    '--mantine-color-default': 'var(--belay-card)',
    '--mantine-color-default-hover': 'var(--belay-hover)',
    '--mantine-color-default-color': 'var(--belay-ink)',
    '--mantine-color-default-border': 'var(--belay-edge)',
    '--mantine-color-error': 'var(--belay-warn)',
    '--mantine-color-anchor': 'var(--belay-accent)',
    '--mantine-color-spruce-light': 'var(--belay-accent-soft)',
    '--mantine-color-spruce-light-hover': 'var(--belay-flash)',
    '--mantine-color-spruce-light-color': 'var(--belay-accent)',
  };
  // What stands on the accent: white on the dark spruce of the day, deep green on the pale one of the night.
  const onAccent = {
    '--mantine-color-white': 'var(--belay-on-accent)',
    '--mantine-color-bright': 'var(--belay-ink)',
  };
  return { variables: {}, light: shared, dark: { ...shared, ...onAccent } };
};
