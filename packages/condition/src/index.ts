export { holds, type ValueOf } from "./holds.ts";
export {
  type Bound,
  type Comparison,
  type Condition,
  type FieldRef,
  fieldsOf,
  isComparison,
  type Moments,
  resolveMoment,
  type Scalar,
  type Test,
} from "./language.ts";
