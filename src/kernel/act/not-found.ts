/** Thrown by a query for a thing that is not there or outside the asker's scope: the two are not told apart. */
export class NotFound extends Error {
  constructor() {
    super('There is no such thing within the asker’s scope.')
    this.name = 'NotFound'
  }
}
