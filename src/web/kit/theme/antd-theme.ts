import type { ThemeConfig } from 'antd'
import { paper } from './colours.ts'

/** The component library in the house's dress: calm, dense, square-cornered paper. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: paper.accent,
    colorLink: paper.accent,
    colorSuccess: paper.yes,
    colorError: paper.no,
    colorWarning: paper.unknown,
    colorInfo: '#2f5d7c',
    colorTextBase: paper.ink,
    colorBgBase: paper.sheet,
    colorBgContainer: paper.sheet,
    colorBgElevated: paper.sheet,
    colorBgLayout: paper.ground,
    colorBorder: paper.line,
    colorBorderSecondary: paper.lineFaint,
    colorTextDescription: paper.inkQuiet,
    colorTextPlaceholder: '#737880',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: 'var(--font)',
    controlHeight: 32,
    wireframe: false,
  },
  components: {
    Table: {
      headerBg: '#f1ece2',
      headerColor: paper.ink,
      rowHoverBg: '#f8f4ec',
      headerSortActiveBg: '#ebe4d6',
      headerSortHoverBg: '#ebe4d6',
      fixedHeaderSortActiveBg: '#ebe4d6',
      bodySortBg: '#fbf7ef',
      rowSelectedBg: paper.accentFaint,
      rowSelectedHoverBg: paper.accentFaint,
      cellPaddingBlockSM: 6,
    },
    Menu: {
      itemBg: 'transparent',
      itemSelectedBg: paper.accentFaint,
      itemSelectedColor: paper.accent,
      itemHeight: 34,
      itemMarginBlock: 1,
      groupTitleFontSize: 12,
      groupTitleColor: paper.inkQuiet,
    },
    Form: { itemMarginBottom: 24, verticalLabelPadding: '0 0 4px' },
  },
}

/** The same without motion, for which no end has to be waited for. */
export const stillTheme: ThemeConfig = { ...antdTheme, token: { ...antdTheme.token, motion: false } }
