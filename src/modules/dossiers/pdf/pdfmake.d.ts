/** Of pdfmake 0.3, which brings no types, what we use. */
declare module 'pdfmake' {
  interface Fonts {
    [family: string]: { normal: string; bold: string }
  }
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    addFonts(fonts: Fonts): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfmake
}
