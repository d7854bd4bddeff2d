/** Why a new password is not taken: a code with words, or undefined. Length is what protects; rules of form do not. */
export function passwordProblem(password: string, signIn: string): string | undefined {
  if (password.length < 10) return 'password.too-short'
  if (password.toLowerCase().includes(signIn.toLowerCase())) return 'password.holds-name'
  if (new Set(password).size < 5) return 'password.too-simple'
  return undefined
}
