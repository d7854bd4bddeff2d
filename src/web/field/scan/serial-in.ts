import { Serial } from '../../../modules/works/model.ts'

const named = /(?:S\/N|SN|序列号|机身号|产品编号|编号)\s*[:：=]?\s*([A-Z0-9][A-Z0-9./_-]{3,39})/i

/** The serial in what a code on a plate says: all of it, what follows its name, or else the text for a person to correct. */
export function serialIn(text: string): string {
  const whole = Serial.safeParse(text)
  if (whole.success) return whole.data
  const found = named.exec(text.normalize('NFKC'))?.[1]
  const part = found === undefined ? undefined : Serial.safeParse(found)
  return part?.success ? part.data : text.trim().slice(0, 60)
}

/** How a serial came into its field, as the act says it (§3.3.3). */
export function enteredBy(serial: string, scanned: string | undefined): 'typed' | 'scanned' | 'corrected' {
  if (scanned === undefined) return 'typed'
  const read = Serial.safeParse(scanned)
  return read.success && read.data === serial ? 'scanned' : 'corrected'
}
