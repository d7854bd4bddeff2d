/** What a home has: so many machines, or of a line that is measured so much area (§1.2). */
export const builtText = (
  t: (key: string, values: Record<string, unknown>) => string,
  { units, areaM2 }: { units: number; areaM2: number },
): string => (areaM2 > 0 ? t('works.parts.area', { area: areaM2 }) : t('inspections.units', { count: units }))
