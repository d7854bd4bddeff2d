/** Why a new password is not taken: a code with words, or undefined. Length is what protects; rules of form do not. */
export function passwordProblem(password: string, signIn: string): string | undefined {
  if (password.length < 10) return 'password.too-short'
  if (password.toLowerCase().includes(signIn.toLowerCase())) return 'password.holds-name'
  if (new Set(password).size < 5) return 'password.too-simple'
  if (breaks(password) < 3) return 'password.too-simple'
  return undefined
}

/** How often a run of the same or of neighbouring characters, as in 1234 or aaaa, ends and another begins. */
function breaks(password: string): number {
  const codes = [...password].map((sign) => sign.codePointAt(0) ?? 0)
  return codes.filter((code, at) => at > 0 && Math.abs(code - (codes[at - 1] ?? 0)) > 1).length
}
