import BarcodeFormat from '@zxing/library/es2015/core/BarcodeFormat.js'
import BinaryBitmap from '@zxing/library/es2015/core/BinaryBitmap.js'
import HybridBinarizer from '@zxing/library/es2015/core/common/HybridBinarizer.js'
import DataMatrixReader from '@zxing/library/es2015/core/datamatrix/DataMatrixReader.js'
import DecodeHintType from '@zxing/library/es2015/core/DecodeHintType.js'
import MultiFormatOneDReader from '@zxing/library/es2015/core/oned/MultiFormatOneDReader.js'
import QRCodeReader from '@zxing/library/es2015/core/qrcode/QRCodeReader.js'
import RGBLuminanceSource from '@zxing/library/es2015/core/RGBLuminanceSource.js'

/** A picture in shades of grey, a byte a point. */
export interface Gray {
  pixels: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
}

/** What makers print on plates; a code of another kind would be read as a serial that is none. */
const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.TRY_HARDER, true],
  [
    DecodeHintType.POSSIBLE_FORMATS,
    [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX],
  ],
])

/** The text of a bar code lying along the picture's rows, or of a square one however it lies. */
export function readGray({ pixels, width, height }: Gray): string | undefined {
  const picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)))
  for (const reader of [new QRCodeReader(), new MultiFormatOneDReader(hints), new DataMatrixReader()])
    try {
      const text = reader.decode(picture, hints as never).getText()
      if (text !== '') return text
    } catch {
      // It throws where there is none of its kind.
    }
  return undefined
}

/** The same picture a quarter turn on, for bars that run across. */
export function turned({ pixels, width, height }: Gray): Gray {
  const out = new Uint8ClampedArray(pixels.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0
  return { pixels: out, width: height, height: width }
}
