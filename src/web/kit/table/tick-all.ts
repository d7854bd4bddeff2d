import { cloneElement, isValidElement, type ReactNode } from 'react'

/** The box over a column of boxes, named in the language spoken: antd names it in English always. */
export const tickAll =
  (label: string) =>
  (box: ReactNode): ReactNode =>
    isValidElement<{ 'aria-label'?: string }>(box) ? cloneElement(box, { 'aria-label': label }) : box
