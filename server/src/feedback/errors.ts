import { Fact } from '../platform/errors.ts';

export class AlreadySealed extends Fact {
  readonly exchangeId: string;
  constructor(exchangeId: string) {
    super('You have sealed your part already; it stays as it is.');
    this.exchangeId = exchangeId;
  }
}

export class ExchangeNotOpen extends Fact {
  readonly exchangeId: string;
  constructor(exchangeId: string) {
    super('This exchange is not open, so nothing can be written into it now.');
    this.exchangeId = exchangeId;
  }
}
