/** Paper and ink with one warm accent. Statuses differ in lightness and hue, and always carry a sign. */
export const paper = {
  ground: '#f6f3ec',
  sheet: '#fffdf9',
  ink: '#22272e',
  inkQuiet: '#646b74',
  line: '#d9d3c7',
  lineFaint: '#ebe6db',
  accent: '#b0431e',
  accentFaint: '#faece4',
  yes: '#0b6b57',
  no: '#a3202f',
  unknown: '#8a5a00',
  /** Told apart by lightness too; ink first, so that the accent stays for what matters. */
  series: ['#4a6274', '#b0431e', '#c98a2b', '#4d7f6a', '#7b5a86', '#9a9da2', '#d9764a', '#1f3a4d'],
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
} as const
