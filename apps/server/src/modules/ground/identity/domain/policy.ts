/** Security policy 安全策略: what the security administrator may set, with what holds until he does. */
import { z } from "zod";
import type { LockRule } from "./lockout.ts";

const count = (min: number, max: number) => z.number().int().min(min).max(max);

export const policySchema = z
  .object({
    lockAfter: count(3, 20).describe("连续失败几次后锁定"),
    lockMinutes: count(5, 1_440).describe("锁定分钟数"),
    addressLockAfter: count(10, 1_000).describe("同一地址失败几次后锁定"),
    passwordMinLength: count(10, 64).describe("密码最短长度"),
    passwordHistory: count(0, 20).describe("不得重复最近几次密码"),
    passwordDays: count(0, 365).describe("密码有效天数，0 为不限"),
    idleMinutes: count(5, 1_440).describe("无操作退出分钟数"),
    sessionHours: count(1, 24).describe("一次登录最长小时数"),
    dutySessionHours: count(8, 48).describe("值班岗位一次登录最长小时数"),
    adminTotp: z.boolean().describe("管理员必须用动态码"),
  })
  .meta({ id: "Policy", description: "登录与口令策略" });
export type Policy = z.output<typeof policySchema>;

export const defaultPolicy: Policy = {
  lockAfter: 5,
  lockMinutes: 15,
  addressLockAfter: 50,
  passwordMinLength: 10,
  passwordHistory: 5,
  passwordDays: 90,
  idleMinutes: 60,
  sessionHours: 12,
  dutySessionHours: 26,
  adminTotp: true,
};

export const accountRule = ({ lockAfter, lockMinutes }: Policy): LockRule => ({ after: lockAfter, minutes: lockMinutes });
export const addressRule = ({ addressLockAfter, lockMinutes }: Policy): LockRule => ({ after: addressLockAfter, minutes: lockMinutes });
