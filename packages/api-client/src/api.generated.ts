/** Generated from the OpenAPI document by `npm run gen`; never edited. */

/** 拒绝：原因与出路。code 供程序判断，message 按 Accept-Language 给中文或英文。 */
export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly params: {
    readonly problems?: readonly Problem[];
    readonly [field: string]: unknown;
  };
  /** 故障编号，报障时请附上 */
  readonly incident?: string;
};

/** 一处问题；关乎一格的有 field */
export type Problem = {
  readonly field?: string;
  readonly code?: string;
  readonly message?: string;
  readonly problem?: string;
  readonly [field: string]: unknown;
};

/** 一份台账与本人对它的权利 */
export type LedgerName = {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly isCase: boolean;
  readonly can: readonly Right[];
};

/** 对一份台账的权利 */
export type Right = "read" | "write" | "import" | "export" | "remove" | "reveal";

/** 一份台账的字段、视图与办理步骤 */
export type LedgerSchema = {
  readonly name: string;
  readonly label: string;
  /** 量词 */
  readonly counter: string;
  readonly path: string;
  /** 作名称的栏 */
  readonly title: string;
  readonly place: "point" | null;
  readonly fields: readonly FieldSchema[];
  /** 已停用的自定字段：历史仍称其名 */
  readonly retired: readonly FieldSchema[];
  /** 每份台账都有的栏 */
  readonly head: readonly FieldSchema[];
  readonly list: {
    readonly columns: readonly string[];
    readonly filters: readonly string[];
    readonly search: boolean;
    readonly sort: string;
  };
  readonly views: readonly ViewSchema[];
  readonly record: {
    readonly on: string;
    readonly lockDays: number;
  } | null;
  readonly partOf: string | null;
  readonly case: CaseSchema | null;
  readonly can: readonly Right[];
};

/** 台账的一栏 */
export type FieldSchema = {
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "instant" | "choice" | "many" | "ref" | "organ" | "person" | "files" | "table";
  readonly required?: boolean;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** 所引用的台账 */
  readonly ref?: string;
  readonly min?: number;
  readonly max?: number;
  readonly personal?: "contact" | "identity" | "health";
  readonly readOnly?: boolean;
  readonly format?: string;
  readonly help?: string;
  readonly group?: string;
  /** 自定字段：值在 custom 之下 */
  readonly custom?: boolean;
  /** 自定字段何时出现：只在符合此条件的记录上 */
  readonly appears?: Condition;
  /** 自定字段所据的条款 */
  readonly clause?: {
    readonly document: string;
    readonly number: string;
    readonly words?: string;
  };
  /** 记录内小表的列 */
  readonly columns?: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "instant" | "choice" | "many" | "ref" | "organ" | "person" | "files" | "table";
    readonly required?: boolean;
    readonly unit?: string;
    readonly choices?: Readonly<Record<string, string>>;
    /** 所引用的台账 */
    readonly ref?: string;
    readonly min?: number;
    readonly max?: number;
    readonly personal?: "contact" | "identity" | "health";
    readonly readOnly?: boolean;
    readonly format?: string;
    readonly help?: string;
    readonly group?: string;
    /** 自定字段：值在 custom 之下 */
    readonly custom?: boolean;
    /** 自定字段何时出现：只在符合此条件的记录上 */
    readonly appears?: Condition;
    /** 自定字段所据的条款 */
    readonly clause?: {
      readonly document: string;
      readonly number: string;
      readonly words?: string;
    };
  }[];
};

/** 条件：栏 → 值、多值，或 from/to/before/after/not/set/like；any 为或 */
export type Condition = Readonly<Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[] | Comparison | readonly (Readonly<Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[] | Comparison>>)[]>>;

export type Comparison = {
  readonly from?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly to?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly before?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly after?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly not?: string | number | boolean | null | readonly (string | number | boolean | null)[];
  readonly set?: boolean;
  readonly like?: string;
};

/** 声明的视图 */
export type ViewSchema = {
  readonly key: string;
  readonly label: string;
  readonly where: Condition;
  readonly sort: string | null;
};

/** 办理事项的状态与步骤 */
export type CaseSchema = {
  readonly states: Readonly<Record<string, {
    readonly label: string;
    readonly end: boolean;
  }>>;
  readonly start: string;
  readonly moves: Readonly<Record<string, MoveSchema>>;
};

/** 办理的一步 */
export type MoveSchema = {
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly asks: readonly string[];
  readonly takes: readonly string[];
  readonly note: "required" | "optional" | null;
};

/** 指标：名称、单位、好的方向、目标 */
export type Measure = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly target?: number;
  readonly decimals?: number;
  readonly split?: string;
  readonly source?: string;
};

/** 一个数：分子、分母与值 */
export type Figure = {
  /** 辖区键、月、日或分类；总数为空 */
  readonly key: string;
  readonly label?: string;
  readonly num: number;
  readonly den: number;
  /** 无从计算为 null */
  readonly value: number | null;
};

/** 任何台账的一条：公共栏，其余按各台账 */
export type LedgerRow = {
  readonly id: string;
  /** 辖区键 */
  readonly area: number;
  readonly areaName?: string | null;
  /** 版次：修改时带上，被人抢先则拒绝 */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** 演示数据 */
  readonly demo: boolean;
  /** 自定字段 */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** 经度，WGS-84 */
  readonly lon?: number | null;
  readonly lat?: number | null;
  /** 引用的名称，按字段；辖区外的没有 */
  readonly _ref?: Readonly<Record<string, string | null>>;
  readonly [field: string]: unknown;
};

/** 自定字段 */
export type CustomField = {
  readonly ledger: string;
  readonly key: string;
  readonly state: string;
  readonly definition: {
    readonly label: string;
    readonly labelEn?: string;
    readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
    readonly required?: boolean;
    readonly help?: string;
    readonly group?: string;
    readonly choices?: Readonly<Record<string, string>>;
    readonly appears?: Condition;
    readonly clause?: {
      readonly document: string;
      readonly number: string;
      readonly words?: string;
    };
  };
  readonly [field: string]: unknown;
};

/** 自定字段生效后触及多少记录，与不许之处 */
export type CustomFieldEffect = {
  readonly rows: number;
  readonly appears: number;
  readonly filled: number;
  readonly inTemplate: boolean;
  readonly apiName: string;
  readonly conflicts: readonly {
    readonly code: string;
    readonly message: string;
  }[];
};

/** 存下的视图 */
export type SavedView = {
  readonly id: string;
  readonly ledger: string;
  readonly label: string;
  readonly where: Condition;
  readonly sort: string | null;
  readonly shared: boolean;
  readonly mine: boolean;
};

/** 我的待办与未读 */
export type WorkCounts = {
  readonly todo: number;
  /** 今日到期或已逾期 */
  readonly pressing: number;
  /** 为真则不止此数 */
  readonly capped: boolean;
  /** 未读的抄送 */
  readonly unread: number;
};

/** 待办的一件 */
export type WorkTodo = {
  readonly id: string;
  readonly caseName: string;
  /** 哪一类事项 */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly isClosed: boolean;
  readonly dueAt: string | null;
  readonly openedAt: string | null;
  /** 轮到谁：人，否则机构 */
  readonly holder: string | null;
  readonly href: string;
  /** 多半要办的一步 */
  readonly verb: string | null;
};

/** 本人办过的一件，以最后一步为准 */
export type WorkDone = {
  readonly lineId: string;
  readonly at: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly move: string | null;
  readonly kind: string;
  readonly moveLabel: string | null;
  /** 已不在本人辖区的没有 */
  readonly item: WorkItem | null;
};

/** 一件事项的现状 */
export type WorkItem = {
  readonly id: string;
  readonly caseName: string;
  /** 哪一类事项 */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly isClosed: boolean;
  readonly dueAt: string | null;
  readonly openedAt: string | null;
  /** 轮到谁：人，否则机构 */
  readonly holder: string | null;
  readonly href: string;
};

/** 本人立的一件，或发出的一次抄送 */
export type WorkOpened = {
  readonly lineId: string;
  readonly at: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly move: string | null;
  readonly kind: string;
  readonly moveLabel: string | null;
  /** 已不在本人辖区的没有 */
  readonly item: WorkItem | null;
  readonly what: "case" | "notice";
  readonly note: string | null;
  readonly to: string | null;
  readonly subject: string | null;
};

/** 抄送本机构的一件，与其去处 */
export type WorkTold = {
  readonly id: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly subject: string;
  readonly note: string;
  readonly askedAt: string;
  readonly byName: string | null;
  readonly readAt: string | null;
  readonly kind: string;
  /** 有权查看的才有 */
  readonly href: string | null;
};

/** 辖区 */
export type Area = {
  readonly key: number;
  readonly level: "province" | "city" | "county" | "town" | "village" | "grid";
  readonly parent: number | null;
  readonly code: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly approximate: boolean;
  readonly hasChildren: boolean;
};

/** 本城：轮廓与单位点位 */
export type City = {
  readonly name: string;
  readonly code: string;
  readonly demo: boolean;
  readonly boundary: {
    readonly type: "FeatureCollection";
    readonly features: readonly {
      readonly type: "Feature";
      readonly properties: {
        readonly adcode: string;
        readonly name: string;
        readonly level: string;
        readonly area: number;
      };
      readonly geometry: {
        readonly type: "Polygon";
        readonly coordinates: readonly (readonly (readonly [number, number])[])[];
      } | {
        readonly type: "MultiPolygon";
        readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
      };
    }[];
  } | null;
  readonly units: readonly (readonly [number, number, string])[];
};

/** 登录的人：权限、菜单、首页 */
export type Me = {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    readonly post: string | null;
    readonly organ: string | null;
    readonly areaName: string;
    readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
    readonly role: string | null;
    readonly area: number;
    readonly unitId: string | null;
    readonly hasTotp: boolean;
  };
  readonly posts: readonly {
    readonly id: string;
    readonly role: string;
    readonly roleLabel: string;
    readonly organ: string | null;
    readonly areaName: string;
    readonly title: string | null;
    readonly active: boolean;
  }[];
  readonly permissions: readonly string[];
  readonly landing: string;
  readonly menus: readonly MenuEntry[];
  readonly demo: boolean;
  readonly city: {
    readonly code: string;
    readonly name: string;
  };
  readonly serverTime: string;
  readonly locale: string;
  readonly mustChangePassword?: boolean;
  readonly mustEnrolTotp?: boolean;
};

export type MenuEntry = {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly icon: string;
  readonly children: readonly MenuItem[];
};

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly path: string;
};

/** 一个岗位授权 */
export type Posting = {
  readonly id: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly organ: string | null;
  readonly organName: string | null;
  readonly area: number;
  readonly areaName: string;
  readonly title: string | null;
};

/** 角色 */
export type Role = {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly builtIn: boolean;
  readonly patterns: readonly string[] | null;
  readonly permissions: readonly string[];
};

/** 登录与口令策略 */
export type Policy = {
  /** 连续失败几次后锁定 */
  readonly lockAfter: number;
  /** 锁定分钟数 */
  readonly lockMinutes: number;
  /** 同一地址失败几次后锁定 */
  readonly addressLockAfter: number;
  /** 密码最短长度 */
  readonly passwordMinLength: number;
  /** 不得重复最近几次密码 */
  readonly passwordHistory: number;
  /** 密码有效天数，0 为不限 */
  readonly passwordDays: number;
  /** 无操作退出分钟数 */
  readonly idleMinutes: number;
  /** 一次登录最长小时数 */
  readonly sessionHours: number;
  /** 值班岗位一次登录最长小时数 */
  readonly dutySessionHours: number;
  /** 管理员必须用动态码 */
  readonly adminTotp: boolean;
};

/** 审计的一条 */
export type AuditEntry = {
  readonly id: number;
  readonly at: string;
  readonly actor: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectId: string | null;
  readonly area: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly sealed: boolean;
};

/** 一份底图：所述、所含、在何处启用 */
export type BaseMap = {
  readonly id: string;
  readonly state: "uploading" | "kept" | "withdrawn";
  readonly name: string;
  readonly source: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
  readonly validUntil: string | null;
  readonly fileName: string;
  readonly uploadBytes: number;
  readonly receivedBytes: number;
  /** 检查所得 */
  readonly facts: {
    readonly kind: "mvt" | "png" | "jpeg" | "webp";
    readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
    readonly layers: readonly string[];
    readonly minZoom: number;
    readonly maxZoom: number;
    readonly bounds: readonly [number, number, number, number];
    readonly tiles: number;
    readonly sizeBytes: number;
    readonly sha256: string;
  } | null;
  readonly inLight: boolean;
  readonly inDark: boolean;
  readonly withdrawnWhy: string | null;
  readonly createdAt: string;
};

/** 在用的底图 */
export type BaseMapInForce = {
  readonly kind: "mvt" | "png" | "jpeg" | "webp";
  readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly id: string;
  readonly name: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
  /** 已过有效期：仍画，并说明 */
  readonly expired: boolean;
};

/** 收下的底图所含 */
export type BaseMapFinished = {
  readonly kind: "mvt" | "png" | "jpeg" | "webp";
  readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly tiles: number;
  /** GeoJSON：画上的要素 */
  readonly drawn: number | null;
  /** GeoJSON：画不了的要素 */
  readonly left: number | null;
};

/** 值守台 */
export type DutyBoard = {
  readonly now: string;
  readonly centre: string;
  readonly counts: readonly DutyKindCount[];
  readonly rows: readonly DutyQueueRow[];
  readonly devices: {
    readonly online: number;
    readonly total: number;
  };
  readonly messagesPerMinute: number;
  readonly dutyChecks: {
    readonly asked: number;
    readonly answered: number;
  };
  readonly windows: readonly DutyWindow[];
  readonly today: {
    readonly closed: number;
    readonly false: number;
    readonly real: number;
  };
  readonly gateway: {
    readonly present: boolean;
    readonly lastAt: string | null;
    readonly storing: boolean | null;
    /** 为何存不下去 */
    readonly trouble: "disk-full" | "database-away" | null;
    readonly port: number | null;
    readonly connections: number | null;
  };
  /** 是否接了 119 */
  readonly dispatchConnected: boolean;
  readonly shift: DutyShift | null;
  readonly seats: readonly DutySeatPresence[];
};

/** 一类警情的数 */
export type DutyKindCount = {
  readonly kind: AlarmKind;
  readonly label: string;
  readonly total: number;
  readonly unaccepted: number;
  readonly hint: string;
};

/** 警情类别 */
export type AlarmKind = "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";

/** 值守台队列的一起警情，已是人话 */
export type DutyQueueRow = {
  readonly id: string;
  readonly area: number;
  readonly version: number;
  readonly number: string;
  readonly kind: AlarmKind;
  readonly state: string;
  readonly stateLabel: string;
  /** raised：同一区域多点报警等，已升级 */
  readonly grade: "normal" | "raised";
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  /** 系统、回路、部件号 */
  readonly numbers: string | null;
  readonly what: string | null;
  readonly points: number;
  readonly repeats: number;
  readonly openedAt: string;
  readonly lastAt: string;
  readonly dueAt: string | null;
  readonly acceptedAt: string | null;
  readonly closedAt: string | null;
  readonly conclusion: string | null;
  readonly repairBy: string | null;
  readonly holderPerson: string | null;
  readonly holderName: string | null;
  readonly demo: boolean;
  /** 单位的经度 */
  readonly lon: number | null;
  readonly lat: number | null;
};

/** 开着的屏蔽或测试 */
export type DutyWindow = {
  readonly id: string;
  readonly kind: "shield" | "test";
  readonly until: string;
  readonly unitName: string;
  readonly scopeWords: string;
  readonly reason: string;
  /** 期间压下的信号数 */
  readonly muted: number;
};

/** 班次 */
export type DutyShift = {
  readonly id: string;
  readonly name: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly leaderName: string | null;
  readonly officers: readonly DutyOfficer[];
  readonly handedBy: string | null;
  readonly handedByName: string | null;
  readonly handedAt: string | null;
  readonly note: string | null;
};

export type DutyOfficer = {
  readonly id: string | null;
  readonly name: string;
};

/** 在席的人与其声音 */
export type DutySeatPresence = {
  readonly userId: string;
  readonly name: string;
  readonly sound: string;
};

/** 警情处置页 */
export type DutyAlarm = {
  readonly row: RemoteMonitoringAlarm;
  readonly head: DutyQueueRow;
  readonly unit: DutyUnit | null;
  readonly contacts: readonly DutyContact[];
  readonly timeline: readonly TimelineLine[];
  readonly points: readonly DutyAlarmPoint[];
  readonly history: DutyPointHistory;
  readonly near: readonly DutyNear[];
  readonly plan: DutyFloorPlan | null;
  readonly forward: DutyForward | null;
  readonly steps: readonly DutyReminder[];
  readonly next: {
    readonly can: readonly OpenMove[];
    readonly cannot: readonly ClosedMove[];
  };
};

/** 警情 */
export type RemoteMonitoringAlarm = CaseRow & {
  /** 编号 */
  readonly number: string;
  /** 类别：fire 火警；supervision 监管；linkage 启动/反馈；fault 故障；shield 屏蔽；offline 离线；test 测试 */
  readonly kind: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";
  /** 原类别：fire 火警；supervision 监管；linkage 启动/反馈；fault 故障；shield 屏蔽；offline 离线；test 测试 */
  readonly was: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test" | null;
  /** 单位 */
  readonly unit: string;
  /** 单位名称 */
  readonly unitName: string;
  /** 联网设备 */
  readonly transmitter: string | null;
  /** 设备地址 */
  readonly address: string;
  /** 系统类型码 */
  readonly systemType: number | null;
  /** 系统地址 */
  readonly systemAddress: number | null;
  /** 部件类型码 */
  readonly componentType: number | null;
  /** 部件地址 */
  readonly componentAddress: number | null;
  /** 部件点位 */
  readonly component: string | null;
  /** 建筑 */
  readonly building: string | null;
  /** 楼层 */
  readonly floor: number | null;
  /** 防火分区 */
  readonly zone: string | null;
  /** 位置 */
  readonly placeWords: string;
  /** 部件 */
  readonly deviceWords: string;
  /** 点位号 */
  readonly numbers: string | null;
  /** 内容 */
  readonly what: string | null;
  /** 等级：normal 一般；raised 升级 */
  readonly grade: "normal" | "raised";
  /** 升级原因 */
  readonly raisedWhy: string | null;
  /** 点位数 */
  readonly points: number | null;
  /** 并入 */
  readonly foldedInto: string | null;
  /** 设备时间 */
  readonly occurredAt: string | null;
  /** 报文 */
  readonly messageId: string | null;
  /** 接警时限 */
  readonly acceptBy: string | null;
  /** 核警时限 */
  readonly verifyBy: string | null;
  /** 接警时间 */
  readonly acceptedAt: string | null;
  /** 接警人 */
  readonly acceptedBy: string | null;
  /** 结论时间 */
  readonly concludedAt: string | null;
  /** 确认时间 */
  readonly confirmedAt: string | null;
  /** 核实方式：call 呼叫控制室；video 看视频；site 派人现场 */
  readonly verifyMethod: "call" | "video" | "site" | null;
  /** 核实结果：fire 有火情；none 无火情；noAnswer 无人接听；unclear 不明；going 前往中 */
  readonly verifyOutcome: "fire" | "none" | "noAnswer" | "unclear" | "going" | null;
  /** 答复人 */
  readonly verifyWho: string | null;
  /** 结论：real 真实火警；false 误报；test 测试；operation 误操作；restored 已恢复；settled 已处理；merged 已并入 */
  readonly conclusion: "real" | "false" | "test" | "operation" | "restored" | "settled" | "merged" | null;
  /** 原因：fire 火灾；smoking 吸烟；cooking 油烟蒸汽；dust 灰尘潮湿；construction 施工动火；ageing 器件老化；wiring 线路故障；power 供电故障；network 网络中断；water 漏水；maintenance 维保测试；drill 演练；operation 人员误操作；unknown 原因不明；other 其他 */
  readonly cause: "fire" | "smoking" | "cooking" | "dust" | "construction" | "ageing" | "wiring" | "power" | "network" | "water" | "maintenance" | "drill" | "operation" | "unknown" | "other" | null;
  /** 原因说明 */
  readonly causeNote: string | null;
  /** 误操作人 */
  readonly operatorName: string | null;
  /** 测试到 */
  readonly testUntil: string | null;
  /** 派修 */
  readonly repairBy: string | null;
  /** 修复期限 */
  readonly repairDueOn: string | null;
  readonly [field: string]: unknown;
};

/** 任何一件办理事项：台账一条，另有办理栏 */
export type CaseRow = {
  readonly id: string;
  /** 辖区键 */
  readonly area: number;
  readonly areaName?: string | null;
  /** 版次：修改时带上，被人抢先则拒绝 */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** 演示数据 */
  readonly demo: boolean;
  /** 自定字段 */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** 经度，WGS-84 */
  readonly lon?: number | null;
  readonly lat?: number | null;
  /** 引用的名称，按字段；辖区外的没有 */
  readonly _ref?: Readonly<Record<string, string | null>>;
  readonly state: string;
  readonly holderOrgan: string | null;
  readonly holderPost: string | null;
  readonly holderPerson: string | null;
  readonly dueAt: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly repeats: number;
  readonly lastAt: string | null;
  readonly [field: string]: unknown;
};

/** 警情所在单位 */
export type DutyUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly gradeReason: string | null;
  readonly address: string;
  readonly areaName: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly areaM2: number | null;
  readonly floors: number | null;
  readonly heightM: number | null;
  readonly networked: boolean | null;
  readonly demo: boolean;
  readonly vehicleEntry: string | null;
  readonly pumpConnection: string | null;
  readonly evacuationFocus: string | null;
  readonly hazardNote: string | null;
};

/** 可呼叫的人 */
export type DutyContact = {
  readonly name: string;
  readonly role: string;
  readonly note: string;
  /** 个人的号码遮盖 */
  readonly number: string;
  /** 交给 POST /duty/dial，不露号码即可拨 */
  readonly dial: string;
};

/** 时间线的一行 */
export type TimelineLine = {
  readonly id: number;
  readonly at: string;
  readonly kind: "person" | "system" | "device";
  readonly actorName: string;
  readonly move: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly code: string | null;
  readonly given: Readonly<Record<string, unknown>>;
  readonly sentence: string;
};

/** 警情中的一个点位 */
export type DutyAlarmPoint = {
  readonly number: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly words: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
  readonly restoredAt: string | null;
  readonly component: string | null;
};

/** 同一点位的既往警情 */
export type DutyPointHistory = {
  readonly days: number;
  readonly alarms: number;
  readonly false: number;
  readonly real: number;
  readonly recent: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: AlarmKind;
    readonly openedAt: string;
    readonly conclusion: string | null;
    readonly cause: string | null;
    readonly state: string;
  }[];
};

/** 近旁的力量与水源 */
export type DutyNear = {
  readonly as: "micro" | "station" | "hydrant";
  readonly label: string;
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  /** 直线距离，米 */
  readonly straightM: number;
  /** 在岗人数 */
  readonly onDuty: number | null;
  /** 车辆数 */
  readonly vehicles: number | null;
  /** 每班人数 */
  readonly crew: number | null;
};

/** 楼层平面与其部件 */
export type DutyFloorPlan = {
  readonly building: string | null;
  readonly floor: number;
  readonly plan: string | null;
  readonly components: readonly DutyPlanPoint[];
};

/** 平面图上的部件 */
export type DutyPlanPoint = {
  readonly id: string;
  readonly name: string | null;
  readonly number: number | null;
  readonly zone: string | null;
  readonly placeWords: string | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly active: readonly string[];
};

/** 报送 119 的经过 */
export type DutyForward = {
  readonly identifier: string;
  readonly state: string;
  readonly attempts: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly status: number | null;
  readonly receipt: string | null;
  readonly trouble: string | null;
  readonly deliveredAt: string | null;
  readonly byPhone: string | null;
};

/** 提醒或升级的一步，送没送到 */
export type DutyReminder = {
  readonly at: string;
  readonly what: string | null;
  readonly to: string | null;
  readonly how: string | null;
  readonly delivered: boolean;
};

/** 现在可办的一步 */
export type OpenMove = {
  readonly move: string;
  readonly label: string;
  /** 必须给的栏 */
  readonly asks: readonly string[];
  /** 可以给的栏 */
  readonly takes: readonly string[];
  /** 说明是否必填 */
  readonly note?: "required" | "optional";
};

/** 现在不可办的一步，与原因 */
export type ClosedMove = {
  readonly move: string;
  readonly label: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/** 屏蔽与测试 */
export type RemoteMonitoringWindow = LedgerRow & {
  /** 类别：shield 屏蔽；test 测试 */
  readonly kind: "shield" | "test";
  /** 单位 */
  readonly unit: string;
  /** 设备地址 */
  readonly address: string | null;
  /** 系统类型码 */
  readonly systemType: number | null;
  /** 系统地址 */
  readonly systemAddress: number | null;
  /** 部件地址 */
  readonly componentAddress: number | null;
  /** 范围 */
  readonly scopeWords: string;
  /** 理由 */
  readonly reason: string;
  /** 开始 */
  readonly fromAt: string;
  /** 结束 */
  readonly until: string;
  /** 状态：open 进行中；ended 已结束 */
  readonly state: "open" | "ended";
  /** 结束于 */
  readonly endedAt: string | null;
  /** 结束原因 */
  readonly endedWhy: string | null;
  /** 办理人 */
  readonly madeBy: string | null;
  /** 期间信号（条） */
  readonly muted: number | null;
  /** 最近信号 */
  readonly lastMutedAt: string | null;
  readonly [field: string]: unknown;
};

/** 设备接入各页签的数；网关不在本进程时端口等为 null */
export type DeviceSummary = {
  readonly registered: number;
  readonly online: number;
  readonly faulty: number;
  readonly messagesToday: number;
  readonly unheardPoints: number;
  readonly today: string;
  readonly port: number | null;
  readonly connections: number | null;
  readonly deniedToday: number | null;
};

/** 待登记的设备 */
export type UnregisteredDevice = {
  readonly address: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly messages: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly openFires: number;
  readonly lastFireAt: string | null;
  readonly lastMessageId: string;
};

/** 读不懂的字节，与原因 */
export type UnreadableBytes = {
  readonly id: string;
  readonly receivedAt: string;
  readonly remote: string | null;
  readonly address: string | null;
  readonly reason: string;
  readonly offset: number | null;
  readonly hex: string;
};

/** 频繁误报的点位 */
export type NuisancePoint = {
  readonly address: string | null;
  readonly systemType: number | null;
  readonly systemAddress: number | null;
  readonly componentAddress: number | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly falseAlarms: number;
  readonly lastAt: string;
  readonly cause: string | null;
};

/** 推广批次：已装与在线 */
export type RolloutProgress = LedgerRow & {
  readonly organName: string;
  readonly installed: number;
  readonly online: number;
  readonly [field: string]: unknown;
};

/** 一台设备 */
export type DeviceDetail = {
  readonly device: RemoteMonitoringDevice;
  /** 登记在册的传输装置 */
  readonly register: FacilitiesTransmitter | null;
  readonly connection: {
    readonly remote: string;
    readonly since: string;
    readonly transport: string;
  } | null;
  readonly points: {
    readonly registered: number;
    readonly heard: number;
    readonly unmatched: number;
  };
  /** 设备自报的版本、时钟等 */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly commands: readonly SentCommand[];
  readonly messages: readonly MessageHead[];
};

/** 设备状态 */
export type RemoteMonitoringDevice = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 设备名称 */
  readonly name: string;
  /** 设备地址 */
  readonly address: string;
  /** 类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 技防手段：remote 远程监控；early 智能预警；water 智慧用水；power 智慧用电 */
  readonly technique: "remote" | "early" | "water" | "power" | null;
  /** 推广批次 */
  readonly rollout: string | null;
  /** 运营单位 */
  readonly operator: string | null;
  /** 连接：online 在线；offline 离线；never 从未上线 */
  readonly connection: "online" | "offline" | "never";
  /** 故障 */
  readonly fault: boolean;
  /** 故障说明 */
  readonly faultWords: string | null;
  /** 最近消息 */
  readonly lastMessageAt: string | null;
  /** 状态始于 */
  readonly connectedSince: string | null;
  /** 时钟偏差（s） */
  readonly clockOffsetS: number | null;
  /** 今日消息（条） */
  readonly messagesToday: number | null;
  readonly [field: string]: unknown;
};

/** 联网设备 */
export type FacilitiesTransmitter = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 建筑 */
  readonly building: string | null;
  /** 设备名称 */
  readonly name: string;
  /** 设备地址 */
  readonly address: string;
  /** 类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 技防手段：remote 远程监控；early 智能预警；water 智慧用水；power 智慧用电 */
  readonly technique: "remote" | "early" | "water" | "power" | null;
  /** 协议方言 */
  readonly profile: string | null;
  /** 型号 */
  readonly model: string | null;
  /** 固件 */
  readonly firmware: string | null;
  /** 安装日期 */
  readonly installedOn: string | null;
  /** 心跳间隔（s） */
  readonly heartbeatSeconds: number | null;
  /** 推广批次 */
  readonly rollout: string | null;
  /** 运营单位 */
  readonly operator: string | null;
  /** 状况：inUse 在用；suspended 停用；removed 拆除 */
  readonly state: "inUse" | "suspended" | "removed";
  /** 向单位收费（元/年） */
  readonly fee: number | null;
  readonly [field: string]: unknown;
};

/** 下达的命令与结果 */
export type SentCommand = {
  readonly id: string;
  readonly command: {
    readonly kind: string;
    readonly [field: string]: unknown;
  };
  readonly askedByName: string;
  readonly askedAt: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly messageId: string | null;
};

/** 一条报文 */
export type MessageHead = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly summary: string;
  readonly signals: number;
};

/** 一条报文：字节与逐字段 */
export type WholeMessage = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly summary: string;
  readonly signals: number;
  readonly hex: string;
  readonly remote: string | null;
  readonly acknowledgedAt: string | null;
  readonly fields: readonly MessageField[];
  readonly trouble: string | null;
};

/** 报文的一个字段：在哪几个字节，说的什么 */
export type MessageField = {
  readonly key: string;
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly words: string;
  readonly group: string;
};

/** 报文引起的警情 */
export type MadeCase = {
  readonly id: string;
  readonly number: string;
  readonly kind: AlarmKind;
  readonly unitName: string;
  readonly repeats: number;
  readonly grade: string;
  readonly state: string;
};

/** 报文说到的点位 */
export type HeardPoint = {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly componentType: number;
  readonly typeName: string;
  readonly words: string | null;
  readonly deviceWords: string | null;
  readonly placeWords: string | null;
};

/** 单位端 */
export type UnitDesk = {
  readonly unit: PlacesUnit | null;
  readonly devices: readonly RemoteMonitoringDevice[];
  readonly alarms: readonly DutyQueueRow[];
  readonly faults: readonly BadPoint[];
  readonly contacts: readonly PlacesContact[];
  readonly dutyChecks: {
    readonly asked: number;
    readonly answered: number;
  };
};

/** 单位 */
export type PlacesUnit = LedgerRow & {
  /** 单位名称 */
  readonly name: string;
  /** 统一编号 */
  readonly code: string | null;
  /** 统一社会信用代码 */
  readonly creditCode: string | null;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 地址 */
  readonly address: string;
  /** 分级：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly grade: "key" | "general" | "unknown" | null;
  /** 分级依据 */
  readonly gradeReason: string | null;
  /** 规则判定：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly computedGrade: "key" | "general" | "unknown" | null;
  /** 人工认定：key 重点单位；general 一般单位 */
  readonly decidedGrade: "key" | "general" | null;
  /** 认定理由 */
  readonly decidedWhy: string | null;
  /** 火灾高危单位 */
  readonly highRisk: boolean | null;
  /** 建筑面积（m²） */
  readonly areaM2: number | null;
  /** 营业面积（m²） */
  readonly businessAreaM2: number | null;
  /** 层数 */
  readonly floors: number | null;
  /** 建筑高度（m） */
  readonly heightM: number | null;
  /** 客房数（间） */
  readonly rooms: number | null;
  /** 床位数（张） */
  readonly beds: number | null;
  /** 座位数（个） */
  readonly seats: number | null;
  /** 从业人数（人） */
  readonly staff: number | null;
  /** 储量（t） */
  readonly storedT: number | null;
  /** 设有自动消防设施 */
  readonly hasFacilities: boolean | null;
  /** 行业主管部门 */
  readonly regulator: string | null;
  /** 消防安全责任人 */
  readonly responsible: string | null;
  /** 责任人电话（遮盖） */
  readonly responsiblePhone: string | null;
  /** 消防安全管理人 */
  readonly manager: string | null;
  /** 管理人电话（遮盖） */
  readonly managerPhone: string | null;
  /** 消防控制室电话 */
  readonly dutyPhone: string | null;
  /** 维保单位 */
  readonly maintenance: string | null;
  /** 维保值班电话 */
  readonly maintenancePhone: string | null;
  /** 已联网 */
  readonly networked: boolean | null;
  /** 车辆入口 */
  readonly vehicleEntry: string | null;
  /** 水泵接合器 */
  readonly pumpConnection: string | null;
  /** 疏散重点 */
  readonly evacuationFocus: string | null;
  /** 危险源 */
  readonly hazardNote: string | null;
  /** 备注 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 异常点位 */
export type BadPoint = RemoteMonitoringPoint & {
  readonly condition: "fire" | "fault" | "shield";
  readonly [field: string]: unknown;
};

/** 点位状态 */
export type RemoteMonitoringPoint = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 设备地址 */
  readonly address: string;
  /** 部件 */
  readonly name: string | null;
  /** 所在位置 */
  readonly placeWords: string | null;
  /** 部件类型码 */
  readonly componentType: number;
  /** 状态：normal 正常；fire 火警；fault 故障；shield 屏蔽；active 监管或动作；unheard 未收到状态 */
  readonly condition: "normal" | "fire" | "fault" | "shield" | "active" | "unheard";
  /** 状态说明 */
  readonly words: string | null;
  /** 最近状态 */
  readonly lastAt: string | null;
  readonly [field: string]: unknown;
};

/** 联系人 */
export type PlacesContact = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 身份：controlRoom 消防控制室；manager 消防安全管理人；responsible 消防安全责任人；security 保安；maintenance 维保单位；microStation 微型消防站；other 其他 */
  readonly role: "controlRoom" | "manager" | "responsible" | "security" | "maintenance" | "microStation" | "other";
  /** 岗位 */
  readonly post: string;
  /** 姓名 */
  readonly name: string | null;
  /** 手机（遮盖） */
  readonly phone: string | null;
  /** 座机 */
  readonly officePhone: string | null;
  /** 持证 */
  readonly certificate: string | null;
  /** 呼叫顺序 */
  readonly callOrder: number | null;
  readonly [field: string]: unknown;
};

/** 驾驶舱大屏 */
export type Wall = {
  readonly now: string;
  readonly days: number;
  readonly today: WallDay;
  readonly watch: WallWatch;
  readonly fires: readonly WallFire[];
  readonly news: readonly WallNews[];
  readonly troubles: {
    /** 在办数，按类别；没有的类别不列 */
    readonly open: Readonly<Partial<Record<AlarmKind, number>>>;
    readonly windows: number;
    readonly rows: readonly WallTrouble[];
  };
  readonly causes: readonly {
    readonly cause: string;
    readonly n: number;
  }[];
  readonly counties: readonly WallCounty[];
};

/** 今日火警，逐时 */
export type WallDay = {
  readonly fires: number;
  readonly real: number;
  readonly acceptSeconds: number | null;
  /** 昨日至同一时刻 */
  readonly before: {
    readonly fires: number;
    readonly real: number;
    readonly acceptSeconds: number | null;
  };
  readonly hours: readonly WallHour[];
};

export type WallHour = {
  readonly hour: number;
  readonly fires: number;
  readonly real: number;
  readonly before: number;
};

/** 分子与分母；率由画面去除 */
export type WallWatch = {
  readonly transmitters: number;
  readonly online: number;
  readonly points: number;
  readonly intact: number;
  readonly asked: number;
  readonly answered: number;
  readonly concluded: number;
  readonly false: number;
  readonly units: number;
};

/** 正在处置的火警 */
export type WallFire = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly stateLabel: string;
  /** raised：同一区域多点报警等，已升级 */
  readonly grade: "normal" | "raised";
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly openedAt: string;
  readonly acceptedAt: string | null;
  readonly repeats: number;
  readonly points: number;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly lines: readonly WallLine[];
};

export type WallLine = {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
};

/** 动态 */
export type WallNews = {
  readonly id: string;
  readonly at: string;
  readonly what: "opened" | "accepted" | "confirmed" | "closed";
  readonly kind: AlarmKind;
  readonly conclusion: string | null;
  readonly unitName: string;
  readonly placeWords: string;
};

/** 未消的故障、离线、屏蔽 */
export type WallTrouble = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly unitName: string;
  readonly placeWords: string;
  readonly what: string | null;
  readonly openedAt: string;
  readonly isRepairing: boolean;
};

/** 下级辖区的比较 */
export type WallCounty = {
  readonly area: number;
  readonly name: string;
  readonly fires: number;
  readonly concluded: number;
  readonly false: number;
  readonly faults: number;
  readonly devices: number;
  readonly online: number;
};

/** 机构 */
export type OrganizationsOrgan = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 简称 */
  readonly shortName: string;
  /** 类别：government 人民政府；party 党委部门；committee 消防安全委员会；fire-brigade 消防救援；monitoring-center 消防远程监控中心；emergency 应急管理；public-security 公安；housing 住房和城乡建设；natural-resources 自然资源和规划；urban-management 综合行政执法；development-reform 发展和改革；industry-information 经济和信息化；finance 财政；human-resources 人力资源和社会保障；education 教育；science 科技；civil-affairs 民政；justice 司法行政；environment 生态环境；transport 交通运输；water-conservancy 水利；agriculture 农业农村；commerce 商务；culture-tourism 文化广电旅游；cultural-relics 文物；religion 民族宗教；health 卫生健康；veterans 退役军人事务；market 市场监督管理；state-assets 国有资产监督管理；statistics 统计；medical-insurance 医疗保障；data-bureau 数据；petitions 信访；business-environment 营商环境；supervision 监察；public-institutions 机构编制；propaganda 宣传；politics-law 政法；organization 组织；meteorology 气象；disabled-federation 残联；trade-union 工会；youth-league 共青团；women 妇联；grain 粮食物资；tobacco 烟草；post 邮政；rail 铁路；power 供电；water 供水；gas 供气；telecom 通信；management-committee 开发区管委会；community-committee 村（居）民委员会；other 其他 */
  readonly kind: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
  /** 层级：city 市级；county 县级；town 乡镇街道；village 村社区 */
  readonly level: "city" | "county" | "town" | "village";
  /** 上级机构 */
  readonly parent: string | null;
  /** 消安委成员单位 */
  readonly member: boolean | null;
  /** 办公电话 */
  readonly phone: string | null;
  /** 值班电话 */
  readonly dutyPhone: string | null;
  /** 办公地址 */
  readonly address: string | null;
  /** 排序 */
  readonly sort: number | null;
  readonly [field: string]: unknown;
};

/** 条数；capped 为真则不止此数 */
export type Count = {
  readonly count: number;
  readonly capped: boolean;
};

/** 一次修改：每栏由何改为何 */
export type HistoryEntry = {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly byName: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
};

/** 已办 */
export type Done = Readonly<Record<string, never>>;

/** 一次导入：走到哪一步，各多少行 */
export type ImportSummary = {
  readonly importId: string;
  readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
  readonly fileName: string;
  readonly createdAt: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
  } | null;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  readonly same: number;
  readonly done: number;
};

/** 一次导入：进度、列、问题行 */
export type ImportState = {
  readonly importId: string;
  readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
  readonly fileName: string;
  readonly createdAt: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
  } | null;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  readonly same: number;
  readonly done: number;
  readonly columns: readonly ImportColumn[];
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
  }[];
  readonly rows: readonly ImportRow[];
  readonly next: number | null;
};

/** 导入文件的一列，与对上的栏 */
export type ImportColumn = {
  readonly header: string;
  readonly field: string | null;
  readonly suggestions: readonly {
    readonly field: string;
    readonly label: string;
  }[];
  readonly datum?: string;
  readonly ignored?: boolean;
};

/** 导入的一行与它的一个问题 */
export type ImportRow = {
  readonly row: number;
  readonly title: string;
  readonly field: string | null;
  readonly label: string;
  readonly value: string;
  readonly problem: string;
  readonly level: "good" | "same" | "saved" | "error" | "confirm" | "fixed";
  readonly fix?: {
    readonly label: string;
    readonly value: string;
  };
  readonly differences?: readonly {
    readonly field: string;
    readonly label: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
};

/** 岗位 */
export type OrganizationsPost = LedgerRow & {
  /** 机构 */
  readonly organ: string;
  /** 岗位名称 */
  readonly name: string;
  /** 职责类别：responsible 主要负责人；deputy 分管负责人；office 办公室；supervision 监督检查；duty 值班值守；dispatch 指挥调度；clerk 专管员；grid 网格员；other 其他 */
  readonly duty: "responsible" | "deputy" | "office" | "supervision" | "duty" | "dispatch" | "clerk" | "grid" | "other";
  /** 编制人数（人） */
  readonly staff: number | null;
  /** 岗位电话 */
  readonly phone: string | null;
  /** 消防安全职责 */
  readonly duties: string | null;
  readonly [field: string]: unknown;
};

/** 用户 */
export type IdentityUser = LedgerRow & {
  /** 姓名 */
  readonly name: string;
  /** 账号 */
  readonly account: string;
  /** 类别：official 工作人员；unit 单位用户；system-admin 系统管理员；security-admin 安全管理员；audit-admin 审计管理员 */
  readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
  /** 状态：pending 待授权；active 启用；disabled 停用 */
  readonly state: "pending" | "active" | "disabled";
  /** 所在部门 */
  readonly organ: string | null;
  /** 职务 */
  readonly post: string | null;
  /** 手机（遮盖） */
  readonly phone: string | null;
  /** 所属单位 */
  readonly unit: string | null;
  /** 最近登录 */
  readonly lastLoginAt: string | null;
  readonly [field: string]: unknown;
};

/** 所看的个人信息，按字段 */
export type Revealed = Readonly<Record<string, string | null>>;

/** 地图点：经度、纬度、编号、名称 */
export type MapPoints = {
  readonly points: readonly (readonly [number, number, string, string])[];
  readonly truncated: boolean;
  /** 拥挤处只留分得开的点 */
  readonly thinned: boolean;
};

/** 建筑 */
export type PlacesBuilding = LedgerRow & {
  /** 管理单位 */
  readonly unit: string;
  /** 建筑名称 */
  readonly name: string;
  /** 使用性质：residential 住宅；public 公共建筑；mixed 商住；factory 厂房；store 仓库；other 其他 */
  readonly use: "residential" | "public" | "mixed" | "factory" | "store" | "other";
  /** 地上层数（层） */
  readonly floorsUp: number | null;
  /** 地下层数（层） */
  readonly floorsDown: number | null;
  /** 建筑高度（m） */
  readonly heightM: number | null;
  /** 建筑面积（m²） */
  readonly areaM2: number | null;
  /** 建成年份 */
  readonly builtYear: number | null;
  /** 结构：concrete 钢筋混凝土；steel 钢结构；brick 砖混；timber 木结构；other 其他 */
  readonly structure: "concrete" | "steel" | "brick" | "timber" | "other" | null;
  /** 建筑分类 */
  readonly fireClass: string | null;
  /** 高层建筑 */
  readonly highRise: boolean | null;
  /** 设有自动消防设施 */
  readonly hasFacilities: boolean | null;
  /** 楼层平面图 */
  readonly plans: readonly {
    readonly floor: number | null;
    readonly name: string | null;
    readonly plan: string | null;
  }[] | null;
  readonly [field: string]: unknown;
};

/** 场所 */
export type PlacesVenue = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 建筑 */
  readonly building: string | null;
  /** 场所名称 */
  readonly name: string;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 楼层 */
  readonly floor: number | null;
  /** 面积（m²） */
  readonly areaM2: number | null;
  /** 核定人数（人） */
  readonly crowd: number | null;
  /** 经营者 */
  readonly operator: string | null;
  readonly [field: string]: unknown;
};

/** 值班岗位 */
export type PlacesDutyPost = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 岗位名称 */
  readonly name: string;
  /** 类别：controlRoom 消防控制室；patrol 巡查；microStation 微型消防站；gate 门岗 */
  readonly kind: "controlRoom" | "patrol" | "microStation" | "gate";
  /** 时段：allDay 24 小时；day 白天；business 营业时间 */
  readonly hours: "allDay" | "day" | "business";
  /** 每班人数（人） */
  readonly perShift: number;
  /** 岗位电话 */
  readonly phone: string | null;
  readonly [field: string]: unknown;
};

/** 消防设施 */
export type FacilitiesFacility = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 建筑 */
  readonly building: string | null;
  /** 设施名称 */
  readonly name: string;
  /** 系统类型：s0 通用；s1 火灾报警系统；s10 消防联动控制器；s11 消火栓系统；s12 自动喷水灭火系统；s13 气体灭火系统；s14 水喷雾灭火系统（泵启动方式）；s15 水喷雾灭火系统（压力容器启动方式）；s16 泡沫灭火系统；s17 干粉灭火系统；s18 防烟排烟系统；s19 防火门及卷帘系统；s20 消防电梯；s21 消防应急广播；s22 消防应急照明和疏散指示系统；s23 消防电源；s24 消防电话 */
  readonly systemType: "s0" | "s1" | "s10" | "s11" | "s12" | "s13" | "s14" | "s15" | "s16" | "s17" | "s18" | "s19" | "s20" | "s21" | "s22" | "s23" | "s24";
  /** 生产厂家 */
  readonly maker: string | null;
  /** 型号 */
  readonly model: string | null;
  /** 投用日期 */
  readonly installedOn: string | null;
  /** 维保单位 */
  readonly maintenance: string | null;
  /** 维保到期 */
  readonly maintenanceUntil: string | null;
  /** 状况：normal 正常；partial 部分故障；fault 故障；stopped 停用 */
  readonly state: "normal" | "partial" | "fault" | "stopped";
  /** 备注 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 部件点位 */
export type FacilitiesComponent = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 消防设施 */
  readonly facility: string | null;
  /** 建筑 */
  readonly building: string | null;
  /** 传输装置地址 */
  readonly address: string;
  /** 系统类型码 */
  readonly systemType: number;
  /** 系统地址 */
  readonly systemAddress: number;
  /** 部件地址 */
  readonly componentAddress: number;
  /** 部件类型码 */
  readonly componentType: number;
  /** 回路 */
  readonly loop: number | null;
  /** 位号 */
  readonly point: number | null;
  /** 楼层 */
  readonly floor: number | null;
  /** 防火分区 */
  readonly zone: string | null;
  /** 位置 */
  readonly place: string | null;
  /** 平面图横坐标 */
  readonly planX: number | null;
  /** 平面图纵坐标 */
  readonly planY: number | null;
  /** 下限 */
  readonly lowLimit: number | null;
  /** 上限 */
  readonly highLimit: number | null;
  /** 状况：inUse 在用；stopped 停用；removed 拆除 */
  readonly state: "inUse" | "stopped" | "removed";
  /** 部件 */
  readonly name: string | null;
  /** 所在位置 */
  readonly placeWords: string | null;
  readonly [field: string]: unknown;
};

/** 消防控制室 */
export type FacilitiesControlRoom = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 建筑 */
  readonly building: string | null;
  /** 名称 */
  readonly name: string;
  /** 楼层 */
  readonly floor: number | null;
  /** 位置 */
  readonly place: string | null;
  /** 值班电话 */
  readonly phone: string;
  /** 每班人数（人） */
  readonly perShift: number | null;
  /** 每班时长（h） */
  readonly shiftHours: number | null;
  /** 持证人数（人） */
  readonly certified: number | null;
  /** 值守方式：double 双人；single 单人；central 集中值守 */
  readonly staffing: "double" | "single" | "central" | null;
  readonly [field: string]: unknown;
};

/** 推广批次 */
export type FacilitiesRollout = LedgerRow & {
  /** 批次名称 */
  readonly name: string;
  /** 设备类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 推广场所 */
  readonly sites: string;
  /** 计划数量（台） */
  readonly quantity: number;
  /** 计划完成日 */
  readonly plannedOn: string;
  /** 资金来源：government 财政；special 专项经费；social 社会投入；insurance 保险防预费 */
  readonly funding: "government" | "special" | "social" | "insurance";
  /** 金额（元） */
  readonly amount: number | null;
  /** 实施单位 */
  readonly organ: string | null;
  /** 进度：planned 计划；installing 安装中；done 完成；stopped 中止 */
  readonly state: "planned" | "installing" | "done" | "stopped";
  readonly [field: string]: unknown;
};

/** 运营单位 */
export type FacilitiesOperator = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 运营方式：government 政府投资运营；entrusted 政府委托第三方 */
  readonly mode: "government" | "entrusted";
  /** 委托单位 */
  readonly client: string | null;
  /** 合同编号 */
  readonly contractNumber: string | null;
  /** 合同起 */
  readonly contractFrom: string | null;
  /** 合同止 */
  readonly contractUntil: string | null;
  /** 年度服务费（元） */
  readonly yearlyAmount: number | null;
  /** 服务标准 */
  readonly serviceLevels: string | null;
  /** 值班电话 */
  readonly phone: string | null;
  /** 合同 */
  readonly contract: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 运营月度绩效 */
export type FacilitiesOperatorMonth = LedgerRow & {
  /** 运营单位 */
  readonly operator: string;
  /** 月份（首日） */
  readonly monthOn: string;
  /** 小结 */
  readonly summary: string;
  /** 在线率（%） */
  readonly onlineRate: number | null;
  /** 查岗应答率（%） */
  readonly dutyRate: number | null;
  /** 平均修复时长（h） */
  readonly repairHours: number | null;
  /** 投诉（件） */
  readonly complaints: number | null;
  /** 评价：good 达标；poor 不达标 */
  readonly verdict: "good" | "poor";
  /** 佐证 */
  readonly evidence: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 专项经费 */
export type FacilitiesFunding = LedgerRow & {
  /** 事项 */
  readonly name: string;
  /** 类别：application 报告与申请；construction 建设经费；running 年度运行经费 */
  readonly kind: "application" | "construction" | "running";
  /** 年度 */
  readonly year: number;
  /** 日期 */
  readonly decidedOn: string;
  /** 提请单位 */
  readonly applicant: string | null;
  /** 金额（元） */
  readonly amount: number;
  /** 结果：pending 待批；granted 已批；refused 未批 */
  readonly granted: "pending" | "granted" | "refused";
  /** 文件 */
  readonly document: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 收费投诉 */
export type FacilitiesFeeComplaint = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 运营单位 */
  readonly operator: string | null;
  /** 投诉内容 */
  readonly what: string;
  /** 被收金额（元） */
  readonly amount: number;
  /** 投诉日期 */
  readonly reportedOn: string;
  /** 处理：open 待处理；refunded 已退还；unfounded 不属实 */
  readonly outcome: "open" | "refunded" | "unfounded";
  /** 处理说明 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 微型消防站 */
export type MicroStationStation = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 类别：community 社区；unit 单位 */
  readonly kind: "community" | "unit";
  /** 所属单位 */
  readonly unit: string | null;
  /** 值班电话 */
  readonly phone: string | null;
  /** 站长 */
  readonly captain: string | null;
  /** 站长电话（遮盖） */
  readonly captainPhone: string | null;
  /** 队员（人） */
  readonly crew: number | null;
  /** 在岗（人） */
  readonly onDuty: number | null;
  readonly [field: string]: unknown;
};

/** 消防救援站 */
export type ForcesStation = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 类别：special 特勤站；first 一级站；second 二级站；small 小型站；fullTime 政府专职队 */
  readonly kind: "special" | "first" | "second" | "small" | "fullTime";
  /** 值班电话 */
  readonly phone: string | null;
  /** 车辆（台） */
  readonly vehicles: number | null;
  /** 执勤人数（人） */
  readonly crew: number | null;
  readonly [field: string]: unknown;
};

/** 查岗 */
export type RemoteMonitoringDutyAnswer = LedgerRow & {
  /** 查岗批次 */
  readonly checkId: string;
  /** 单位 */
  readonly unit: string;
  /** 联网设备 */
  readonly transmitter: string;
  /** 设备地址 */
  readonly address: string;
  /** 发出 */
  readonly sentAt: string;
  /** 应答时限 */
  readonly answerBy: string;
  /** 结果：sending 发送中；waiting 待应答；answered 已应答；timeout 超时未答；undelivered 未送达 */
  readonly outcome: "sending" | "waiting" | "answered" | "timeout" | "undelivered";
  /** 应答 */
  readonly answeredAt: string | null;
  /** 应答人编号 */
  readonly operatorCode: number | null;
  /** 未送达原因 */
  readonly trouble: string | null;
  /** 查岗人 */
  readonly askedBy: string | null;
  readonly [field: string]: unknown;
};

/** 班次 */
export type RemoteMonitoringShift = LedgerRow & {
  /** 班次 */
  readonly name: string;
  /** 开始 */
  readonly fromAt: string;
  /** 计划结束 */
  readonly untilAt: string;
  /** 结束 */
  readonly endedAt: string | null;
  /** 带班 */
  readonly leaderName: string | null;
  /** 值班 */
  readonly officers: readonly {
    readonly id: string | null;
    readonly name: string;
  }[] | null;
  /** 交班人 */
  readonly handedBy: string | null;
  /** 交班人姓名 */
  readonly handedByName: string | null;
  /** 交班时间 */
  readonly handedAt: string | null;
  /** 接班人 */
  readonly takenBy: string | null;
  /** 接班人姓名 */
  readonly takenByName: string | null;
  /** 接班时间 */
  readonly takenAt: string | null;
  /** 交班说明 */
  readonly note: string | null;
  /** 移交警情 */
  readonly openAlarms: number | null;
  readonly [field: string]: unknown;
};

/** 应接入对象 */
export type RemoteMonitoringAccessTarget = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 单位 */
  readonly unit: string;
  /** 依据：highRisk 火灾高危单位；keyUnit 重点单位；highRise 设自动消防设施的高层建筑 */
  readonly why: "highRisk" | "keyUnit" | "highRise";
  /** 已接入 */
  readonly connected: boolean;
  /** 设备数（台） */
  readonly devices: number | null;
  readonly [field: string]: unknown;
};

/** 一份收下的文件；其他台账以 id 引用 */
export type KeptFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

/** 已收下多少字节：下一段从此处起 */
export type ReceivedBytes = {
  readonly receivedBytes: number;
};

/** 进程能否接请求、是否在存 */
export type Readiness = {
  readonly database: boolean;
  readonly storing: boolean;
  readonly live: boolean;
  readonly why?: {
    readonly zh: string;
    readonly en: string;
  };
};

/** 机构：可写的栏 */
export type OrganizationsOrganValues = {
  /** 名称 */
  readonly name?: string;
  /** 简称 */
  readonly shortName?: string;
  /** 类别：government 人民政府；party 党委部门；committee 消防安全委员会；fire-brigade 消防救援；monitoring-center 消防远程监控中心；emergency 应急管理；public-security 公安；housing 住房和城乡建设；natural-resources 自然资源和规划；urban-management 综合行政执法；development-reform 发展和改革；industry-information 经济和信息化；finance 财政；human-resources 人力资源和社会保障；education 教育；science 科技；civil-affairs 民政；justice 司法行政；environment 生态环境；transport 交通运输；water-conservancy 水利；agriculture 农业农村；commerce 商务；culture-tourism 文化广电旅游；cultural-relics 文物；religion 民族宗教；health 卫生健康；veterans 退役军人事务；market 市场监督管理；state-assets 国有资产监督管理；statistics 统计；medical-insurance 医疗保障；data-bureau 数据；petitions 信访；business-environment 营商环境；supervision 监察；public-institutions 机构编制；propaganda 宣传；politics-law 政法；organization 组织；meteorology 气象；disabled-federation 残联；trade-union 工会；youth-league 共青团；women 妇联；grain 粮食物资；tobacco 烟草；post 邮政；rail 铁路；power 供电；water 供水；gas 供气；telecom 通信；management-committee 开发区管委会；community-committee 村（居）民委员会；other 其他 */
  readonly kind?: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
  /** 层级：city 市级；county 县级；town 乡镇街道；village 村社区 */
  readonly level?: "city" | "county" | "town" | "village";
  /** 上级机构 */
  readonly parent?: string | null;
  /** 消安委成员单位 */
  readonly member?: boolean | null;
  /** 办公电话 */
  readonly phone?: string | null;
  /** 值班电话 */
  readonly dutyPhone?: string | null;
  /** 办公地址 */
  readonly address?: string | null;
  /** 排序 */
  readonly sort?: number | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 岗位：可写的栏 */
export type OrganizationsPostValues = {
  /** 机构 */
  readonly organ?: string;
  /** 岗位名称 */
  readonly name?: string;
  /** 职责类别：responsible 主要负责人；deputy 分管负责人；office 办公室；supervision 监督检查；duty 值班值守；dispatch 指挥调度；clerk 专管员；grid 网格员；other 其他 */
  readonly duty?: "responsible" | "deputy" | "office" | "supervision" | "duty" | "dispatch" | "clerk" | "grid" | "other";
  /** 编制人数（人） */
  readonly staff?: number | null;
  /** 岗位电话 */
  readonly phone?: string | null;
  /** 消防安全职责 */
  readonly duties?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 用户：可写的栏 */
export type IdentityUserValues = {
  /** 姓名 */
  readonly name?: string;
  /** 所在部门 */
  readonly organ?: string | null;
  /** 职务 */
  readonly post?: string | null;
  /** 手机 */
  readonly phone?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 单位：可写的栏 */
export type PlacesUnitValues = {
  /** 单位名称 */
  readonly name?: string;
  /** 统一编号 */
  readonly code?: string | null;
  /** 统一社会信用代码 */
  readonly creditCode?: string | null;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 地址 */
  readonly address?: string;
  /** 人工认定：key 重点单位；general 一般单位 */
  readonly decidedGrade?: "key" | "general" | null;
  /** 认定理由 */
  readonly decidedWhy?: string | null;
  /** 火灾高危单位 */
  readonly highRisk?: boolean | null;
  /** 建筑面积（m²） */
  readonly areaM2?: number | null;
  /** 营业面积（m²） */
  readonly businessAreaM2?: number | null;
  /** 层数 */
  readonly floors?: number | null;
  /** 建筑高度（m） */
  readonly heightM?: number | null;
  /** 客房数（间） */
  readonly rooms?: number | null;
  /** 床位数（张） */
  readonly beds?: number | null;
  /** 座位数（个） */
  readonly seats?: number | null;
  /** 从业人数（人） */
  readonly staff?: number | null;
  /** 储量（t） */
  readonly storedT?: number | null;
  /** 设有自动消防设施 */
  readonly hasFacilities?: boolean | null;
  /** 行业主管部门 */
  readonly regulator?: string | null;
  /** 消防安全责任人 */
  readonly responsible?: string | null;
  /** 责任人电话 */
  readonly responsiblePhone?: string | null;
  /** 消防安全管理人 */
  readonly manager?: string | null;
  /** 管理人电话 */
  readonly managerPhone?: string | null;
  /** 消防控制室电话 */
  readonly dutyPhone?: string | null;
  /** 维保单位 */
  readonly maintenance?: string | null;
  /** 维保值班电话 */
  readonly maintenancePhone?: string | null;
  /** 车辆入口 */
  readonly vehicleEntry?: string | null;
  /** 水泵接合器 */
  readonly pumpConnection?: string | null;
  /** 疏散重点 */
  readonly evacuationFocus?: string | null;
  /** 危险源 */
  readonly hazardNote?: string | null;
  /** 备注 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

/** 建筑：可写的栏 */
export type PlacesBuildingValues = {
  /** 管理单位 */
  readonly unit?: string;
  /** 建筑名称 */
  readonly name?: string;
  /** 使用性质：residential 住宅；public 公共建筑；mixed 商住；factory 厂房；store 仓库；other 其他 */
  readonly use?: "residential" | "public" | "mixed" | "factory" | "store" | "other";
  /** 地上层数（层） */
  readonly floorsUp?: number | null;
  /** 地下层数（层） */
  readonly floorsDown?: number | null;
  /** 建筑高度（m） */
  readonly heightM?: number | null;
  /** 建筑面积（m²） */
  readonly areaM2?: number | null;
  /** 建成年份 */
  readonly builtYear?: number | null;
  /** 结构：concrete 钢筋混凝土；steel 钢结构；brick 砖混；timber 木结构；other 其他 */
  readonly structure?: "concrete" | "steel" | "brick" | "timber" | "other" | null;
  /** 设有自动消防设施 */
  readonly hasFacilities?: boolean | null;
  /** 楼层平面图 */
  readonly plans?: readonly {
    readonly floor: number | null;
    readonly name: string | null;
    readonly plan: string | null;
  }[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

/** 场所：可写的栏 */
export type PlacesVenueValues = {
  /** 单位 */
  readonly unit?: string;
  /** 建筑 */
  readonly building?: string | null;
  /** 场所名称 */
  readonly name?: string;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 楼层 */
  readonly floor?: number | null;
  /** 面积（m²） */
  readonly areaM2?: number | null;
  /** 核定人数（人） */
  readonly crowd?: number | null;
  /** 经营者 */
  readonly operator?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 联系人：可写的栏 */
export type PlacesContactValues = {
  /** 单位 */
  readonly unit?: string;
  /** 身份：controlRoom 消防控制室；manager 消防安全管理人；responsible 消防安全责任人；security 保安；maintenance 维保单位；microStation 微型消防站；other 其他 */
  readonly role?: "controlRoom" | "manager" | "responsible" | "security" | "maintenance" | "microStation" | "other";
  /** 岗位 */
  readonly post?: string;
  /** 姓名 */
  readonly name?: string | null;
  /** 手机 */
  readonly phone?: string | null;
  /** 座机 */
  readonly officePhone?: string | null;
  /** 持证 */
  readonly certificate?: string | null;
  /** 呼叫顺序 */
  readonly callOrder?: number | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 值班岗位：可写的栏 */
export type PlacesDutyPostValues = {
  /** 单位 */
  readonly unit?: string;
  /** 岗位名称 */
  readonly name?: string;
  /** 类别：controlRoom 消防控制室；patrol 巡查；microStation 微型消防站；gate 门岗 */
  readonly kind?: "controlRoom" | "patrol" | "microStation" | "gate";
  /** 时段：allDay 24 小时；day 白天；business 营业时间 */
  readonly hours?: "allDay" | "day" | "business";
  /** 每班人数（人） */
  readonly perShift?: number;
  /** 岗位电话 */
  readonly phone?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 消防设施：可写的栏 */
export type FacilitiesFacilityValues = {
  /** 单位 */
  readonly unit?: string;
  /** 建筑 */
  readonly building?: string | null;
  /** 设施名称 */
  readonly name?: string;
  /** 系统类型：s0 通用；s1 火灾报警系统；s10 消防联动控制器；s11 消火栓系统；s12 自动喷水灭火系统；s13 气体灭火系统；s14 水喷雾灭火系统（泵启动方式）；s15 水喷雾灭火系统（压力容器启动方式）；s16 泡沫灭火系统；s17 干粉灭火系统；s18 防烟排烟系统；s19 防火门及卷帘系统；s20 消防电梯；s21 消防应急广播；s22 消防应急照明和疏散指示系统；s23 消防电源；s24 消防电话 */
  readonly systemType?: "s0" | "s1" | "s10" | "s11" | "s12" | "s13" | "s14" | "s15" | "s16" | "s17" | "s18" | "s19" | "s20" | "s21" | "s22" | "s23" | "s24";
  /** 生产厂家 */
  readonly maker?: string | null;
  /** 型号 */
  readonly model?: string | null;
  /** 投用日期 */
  readonly installedOn?: string | null;
  /** 维保单位 */
  readonly maintenance?: string | null;
  /** 维保到期 */
  readonly maintenanceUntil?: string | null;
  /** 状况：normal 正常；partial 部分故障；fault 故障；stopped 停用 */
  readonly state?: "normal" | "partial" | "fault" | "stopped";
  /** 备注 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 部件点位：可写的栏 */
export type FacilitiesComponentValues = {
  /** 单位 */
  readonly unit?: string;
  /** 消防设施 */
  readonly facility?: string | null;
  /** 建筑 */
  readonly building?: string | null;
  /** 传输装置地址 */
  readonly address?: string;
  /** 系统类型码 */
  readonly systemType?: number;
  /** 系统地址 */
  readonly systemAddress?: number;
  /** 部件地址 */
  readonly componentAddress?: number;
  /** 部件类型码 */
  readonly componentType?: number;
  /** 回路 */
  readonly loop?: number | null;
  /** 位号 */
  readonly point?: number | null;
  /** 楼层 */
  readonly floor?: number | null;
  /** 防火分区 */
  readonly zone?: string | null;
  /** 位置 */
  readonly place?: string | null;
  /** 平面图横坐标 */
  readonly planX?: number | null;
  /** 平面图纵坐标 */
  readonly planY?: number | null;
  /** 下限 */
  readonly lowLimit?: number | null;
  /** 上限 */
  readonly highLimit?: number | null;
  /** 状况：inUse 在用；stopped 停用；removed 拆除 */
  readonly state?: "inUse" | "stopped" | "removed";
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 消防控制室：可写的栏 */
export type FacilitiesControlRoomValues = {
  /** 单位 */
  readonly unit?: string;
  /** 建筑 */
  readonly building?: string | null;
  /** 名称 */
  readonly name?: string;
  /** 楼层 */
  readonly floor?: number | null;
  /** 位置 */
  readonly place?: string | null;
  /** 值班电话 */
  readonly phone?: string;
  /** 每班人数（人） */
  readonly perShift?: number | null;
  /** 每班时长（h） */
  readonly shiftHours?: number | null;
  /** 持证人数（人） */
  readonly certified?: number | null;
  /** 值守方式：double 双人；single 单人；central 集中值守 */
  readonly staffing?: "double" | "single" | "central" | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 推广批次：可写的栏 */
export type FacilitiesRolloutValues = {
  /** 批次名称 */
  readonly name?: string;
  /** 设备类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind?: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 推广场所 */
  readonly sites?: string;
  /** 计划数量（台） */
  readonly quantity?: number;
  /** 计划完成日 */
  readonly plannedOn?: string;
  /** 资金来源：government 财政；special 专项经费；social 社会投入；insurance 保险防预费 */
  readonly funding?: "government" | "special" | "social" | "insurance";
  /** 金额（元） */
  readonly amount?: number | null;
  /** 实施单位 */
  readonly organ?: string | null;
  /** 进度：planned 计划；installing 安装中；done 完成；stopped 中止 */
  readonly state?: "planned" | "installing" | "done" | "stopped";
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 运营单位：可写的栏 */
export type FacilitiesOperatorValues = {
  /** 名称 */
  readonly name?: string;
  /** 运营方式：government 政府投资运营；entrusted 政府委托第三方 */
  readonly mode?: "government" | "entrusted";
  /** 委托单位 */
  readonly client?: string | null;
  /** 合同编号 */
  readonly contractNumber?: string | null;
  /** 合同起 */
  readonly contractFrom?: string | null;
  /** 合同止 */
  readonly contractUntil?: string | null;
  /** 年度服务费（元） */
  readonly yearlyAmount?: number | null;
  /** 服务标准 */
  readonly serviceLevels?: string | null;
  /** 值班电话 */
  readonly phone?: string | null;
  /** 合同 */
  readonly contract?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 运营月度绩效：可写的栏 */
export type FacilitiesOperatorMonthValues = {
  /** 运营单位 */
  readonly operator?: string;
  /** 月份（首日） */
  readonly monthOn?: string;
  /** 小结 */
  readonly summary?: string;
  /** 在线率（%） */
  readonly onlineRate?: number | null;
  /** 查岗应答率（%） */
  readonly dutyRate?: number | null;
  /** 平均修复时长（h） */
  readonly repairHours?: number | null;
  /** 投诉（件） */
  readonly complaints?: number | null;
  /** 评价：good 达标；poor 不达标 */
  readonly verdict?: "good" | "poor";
  /** 佐证 */
  readonly evidence?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 专项经费：可写的栏 */
export type FacilitiesFundingValues = {
  /** 事项 */
  readonly name?: string;
  /** 类别：application 报告与申请；construction 建设经费；running 年度运行经费 */
  readonly kind?: "application" | "construction" | "running";
  /** 年度 */
  readonly year?: number;
  /** 日期 */
  readonly decidedOn?: string;
  /** 提请单位 */
  readonly applicant?: string | null;
  /** 金额（元） */
  readonly amount?: number;
  /** 结果：pending 待批；granted 已批；refused 未批 */
  readonly granted?: "pending" | "granted" | "refused";
  /** 文件 */
  readonly document?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 收费投诉：可写的栏 */
export type FacilitiesFeeComplaintValues = {
  /** 单位 */
  readonly unit?: string;
  /** 运营单位 */
  readonly operator?: string | null;
  /** 投诉内容 */
  readonly what?: string;
  /** 被收金额（元） */
  readonly amount?: number;
  /** 投诉日期 */
  readonly reportedOn?: string;
  /** 处理：open 待处理；refunded 已退还；unfounded 不属实 */
  readonly outcome?: "open" | "refunded" | "unfounded";
  /** 处理说明 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 联网设备：可写的栏 */
export type FacilitiesTransmitterValues = {
  /** 单位 */
  readonly unit?: string;
  /** 建筑 */
  readonly building?: string | null;
  /** 设备名称 */
  readonly name?: string;
  /** 设备地址 */
  readonly address?: string;
  /** 类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind?: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 协议方言 */
  readonly profile?: string | null;
  /** 型号 */
  readonly model?: string | null;
  /** 固件 */
  readonly firmware?: string | null;
  /** 安装日期 */
  readonly installedOn?: string | null;
  /** 心跳间隔（s） */
  readonly heartbeatSeconds?: number | null;
  /** 推广批次 */
  readonly rollout?: string | null;
  /** 运营单位 */
  readonly operator?: string | null;
  /** 状况：inUse 在用；suspended 停用；removed 拆除 */
  readonly state?: "inUse" | "suspended" | "removed";
  /** 向单位收费（元/年） */
  readonly fee?: number | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 微型消防站：可写的栏 */
export type MicroStationStationValues = {
  /** 名称 */
  readonly name?: string;
  /** 类别：community 社区；unit 单位 */
  readonly kind?: "community" | "unit";
  /** 所属单位 */
  readonly unit?: string | null;
  /** 值班电话 */
  readonly phone?: string | null;
  /** 站长 */
  readonly captain?: string | null;
  /** 站长电话 */
  readonly captainPhone?: string | null;
  /** 队员（人） */
  readonly crew?: number | null;
  /** 在岗（人） */
  readonly onDuty?: number | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

/** 消防救援站：可写的栏 */
export type ForcesStationValues = {
  /** 名称 */
  readonly name?: string;
  /** 类别：special 特勤站；first 一级站；second 二级站；small 小型站；fullTime 政府专职队 */
  readonly kind?: "special" | "first" | "second" | "small" | "fullTime";
  /** 值班电话 */
  readonly phone?: string | null;
  /** 车辆（台） */
  readonly vehicles?: number | null;
  /** 执勤人数（人） */
  readonly crew?: number | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

export type TakesId = {
  readonly id: string;
};

export type TakesIdReason = {
  readonly id: string;
} & {
  readonly reason: string;
};

export type TakesViewWhereQSortAfterOffsetLimit = {
  readonly view?: string | null | undefined;
  readonly where?: string | null | undefined;
  readonly q?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
  readonly limit?: number | null | undefined;
};

export type TakesImportIdLevelAfterLimit = {
  readonly importId: string;
  readonly level?: "problems" | "error" | "confirm" | "fixed" | "all" | null | undefined;
  readonly after?: number | null | undefined;
  readonly limit?: number | null | undefined;
};

export type TakesImportIdColumnsDatum = {
  readonly importId: string;
} & {
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
  }[];
  readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09" | null;
};

export type TakesImportIdRowFieldValue = {
  readonly importId: string;
} & {
  readonly row: number;
  readonly field: string;
  readonly value: string;
};

export type TakesImportIdIncludeConfirm = {
  readonly importId: string;
} & {
  readonly includeConfirm?: boolean;
};

export type TakesIdFieldsReason = {
  readonly id: string;
} & {
  readonly fields: readonly string[];
  readonly reason: string;
};

export type TakesViewWhereQSortAfterOffsetLimitBboxZoom = {
  readonly view?: string | null | undefined;
  readonly where?: string | null | undefined;
  readonly q?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
  readonly limit?: number | null | undefined;
  readonly bbox?: string | null | undefined;
  readonly zoom?: number | null | undefined;
};

export type TakesIdVersionNote = {
  readonly id: string;
} & {
  /** 所见的版次；已有人办过则拒绝 */
  readonly version?: number;
  /** 说明 */
  readonly note?: string;
  readonly [field: string]: unknown;
};

export type TakesIdVersionNoteCauseNoteCause = {
  readonly id: string;
} & {
  /** 所见的版次；已有人办过则拒绝 */
  readonly version?: number;
  /** 说明 */
  readonly note?: string;
  /** 原因说明 */
  readonly causeNote?: string | null;
  /** 原因 */
  readonly cause: "fire" | "smoking" | "cooking" | "dust" | "construction" | "ageing" | "wiring" | "power" | "network" | "water" | "maintenance" | "drill" | "operation" | "unknown" | "other";
  readonly [field: string]: unknown;
};

export type TakesImportId = {
  readonly importId: string;
};

export type Operations = {
  /** 台账目录 */
  "GET /schema": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly ledgers: readonly LedgerName[];
    };
  };
  /** 一份台账的字段、视图与办理步骤 */
  "GET /schema/{module}/{ledger}": {
    readonly takes: {
      readonly module: string;
      readonly ledger: string;
    };
    readonly gives: LedgerSchema;
  };
  /** 指标目录 */
  "GET /measures": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly measures: readonly Measure[];
    };
  };
  /** 一个指标的数值与分解 */
  "GET /measures/{name}": {
    readonly takes: {
      readonly name: string;
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly by?: "none" | "area" | "month" | "day" | "split" | null | undefined;
    };
    readonly gives: {
      readonly measure: {
        readonly name: string;
        readonly label: string;
        readonly unit: string;
        readonly better?: "higher" | "lower";
        readonly target?: number;
        readonly decimals?: number;
        /** 台账的路径 */
        readonly path: string | null;
      };
      readonly from: string;
      readonly to: string;
      readonly figures: readonly Figure[];
    };
  };
  /** 指标背后的记录 */
  "GET /measures/{name}/rows": {
    readonly takes: {
      readonly name: string;
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly part?: "all" | "spoil" | null | undefined;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: {
      readonly ledger: string;
      readonly rows: readonly LedgerRow[];
      readonly count: number;
    };
  };
  /** 自定字段 列表 */
  "GET /fields": {
    readonly takes: {
      readonly ledger?: string | null | undefined;
    };
    readonly gives: {
      readonly fields: readonly CustomField[];
      readonly limit: number;
      readonly can: readonly string[];
      readonly clauses: readonly {
        readonly document: string;
        readonly number: string;
        readonly words?: string;
      }[];
    };
  };
  /** 自定字段 送审新字段 */
  "POST /fields": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly definition: {
        readonly label: string;
        readonly labelEn?: string;
        readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
        readonly unit?: string;
        readonly min?: number;
        readonly max?: number;
        readonly required?: boolean;
        readonly help?: string;
        readonly group?: string;
        readonly choices?: Readonly<Record<string, string>>;
        readonly appears?: Condition;
        readonly clause?: {
          readonly document: string;
          readonly number: string;
          readonly words?: string;
        };
      };
      readonly promote?: boolean;
      readonly fill?: string | number | boolean | readonly string[];
    };
    readonly gives: CustomField;
  };
  /** 自定字段 送审修改、停用、恢复或升为可筛 */
  "PATCH /fields": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly what: "change" | "retire" | "restore" | "promote";
      readonly definition?: {
        readonly label: string;
        readonly labelEn?: string;
        readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
        readonly unit?: string;
        readonly min?: number;
        readonly max?: number;
        readonly required?: boolean;
        readonly help?: string;
        readonly group?: string;
        readonly choices?: Readonly<Record<string, string>>;
        readonly appears?: Condition;
        readonly clause?: {
          readonly document: string;
          readonly number: string;
          readonly words?: string;
        };
      };
      readonly fill?: string | number | boolean | readonly string[];
    };
    readonly gives: CustomField;
  };
  /** 自定字段 生效后的影响 */
  "GET /fields/effect": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly label?: string | null | undefined;
      readonly appears?: string | null | undefined;
    };
    readonly gives: CustomFieldEffect;
  };
  /** 自定字段 排序 */
  "POST /fields/order": {
    readonly takes: {
      readonly ledger: string;
      readonly keys: readonly string[];
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 自定字段 审核 */
  "POST /fields/decide": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly granted: boolean;
      readonly why?: string;
    };
    readonly gives: CustomField;
  };
  /** 我的与共享的视图 */
  "GET /views": {
    readonly takes: {
      readonly ledger: string;
    };
    readonly gives: {
      readonly views: readonly SavedView[];
      readonly canShare: boolean;
    };
  };
  /** 保存视图 */
  "POST /views": {
    readonly takes: {
      readonly ledger: string;
      readonly label: string;
      readonly where: Condition;
      readonly sort?: string | null;
      readonly shared?: boolean;
    };
    readonly gives: SavedView;
  };
  /** 视图 改名、共享或收回 */
  "PATCH /views/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly label?: string;
      readonly shared?: boolean;
    };
    readonly gives: SavedView;
  };
  /** 删除视图 */
  "DELETE /views/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 搜索全部台账、编号与菜单 */
  "GET /search": {
    readonly takes: {
      readonly q: string;
    };
    readonly gives: {
      readonly groups: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string | null;
        readonly more: boolean;
        readonly rows: readonly {
          readonly id: string;
          readonly title: string;
          readonly note: string;
          readonly path: string;
        }[];
      }[];
      readonly numbers: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string | null;
        readonly more: boolean;
        readonly rows: readonly {
          readonly id: string;
          readonly title: string;
          readonly note: string;
          readonly path: string;
        }[];
      }[];
      readonly commands: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string;
      }[];
    };
  };
  /** 我的界面偏好 */
  "GET /preferences": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly preferences: Readonly<Record<string, unknown>>;
    };
  };
  /** 记下一项界面偏好 */
  "PATCH /preferences": {
    readonly takes: {
      readonly name: string;
      readonly value: unknown;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我的待办与未读 计数 */
  "GET /work/counts": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: WorkCounts;
  };
  /** 待办 */
  "GET /work/todo": {
    readonly takes: {
      readonly kind?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkTodo[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 已办 */
  "GET /work/done": {
    readonly takes: {
      readonly kind?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkDone[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 我发起 */
  "GET /work/opened": {
    readonly takes: {
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkOpened[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 抄送 */
  "GET /work/told": {
    readonly takes: {
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
      readonly unread?: "true" | "false" | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkTold[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 抄送 已读 */
  "POST /work/told/read": {
    readonly takes: {
      readonly ids?: readonly string[];
    };
    readonly gives: {
      readonly read: number;
    };
  };
  /** 下级辖区；不给上级时从本人辖区起 */
  "GET /areas": {
    readonly takes: {
      readonly parent?: number | null | undefined;
    };
    readonly gives: {
      readonly areas: readonly Area[];
    };
  };
  /** 按名称、拼音、首字母或代码找辖区 */
  "GET /areas/search": {
    readonly takes: {
      readonly q: string;
    };
    readonly gives: {
      readonly areas: readonly Area[];
    };
  };
  /** 一个辖区和它的上级 */
  "GET /areas/{key}": {
    readonly takes: {
      readonly key: number;
    };
    readonly gives: {
      readonly area: Area;
      readonly path: readonly {
        readonly key: number;
        readonly name: string;
      }[];
      readonly range: {
        readonly lo: number;
        readonly hi: number;
      };
    };
  };
  /** 边界（GeoJSON，CGCS2000） */
  "GET /boundaries": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly type: "FeatureCollection";
      readonly features: readonly {
        readonly type: "Feature";
        readonly properties: {
          readonly adcode: string;
          readonly name: string;
          readonly level: string;
          readonly area: number;
        };
        readonly geometry: {
          readonly type: "Polygon";
          readonly coordinates: readonly (readonly (readonly [number, number])[])[];
        } | {
          readonly type: "MultiPolygon";
          readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
        };
      }[];
    };
  };
  /** 导入行政区划边界 */
  "POST /boundaries": {
    readonly takes: {
      readonly datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
      readonly source: string;
      readonly geojson: {
        readonly type: string;
        readonly [field: string]: unknown;
      };
      readonly dryRun?: boolean;
    };
    readonly gives: {
      readonly saved: number;
      readonly areas: readonly {
        readonly code: string;
        readonly name: string;
      }[];
      readonly notes: readonly {
        readonly code: string;
        readonly message: string;
      }[];
    };
  };
  /** 城市轮廓与单位点位（公开，不含名称） */
  "GET /public/city": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: City;
  };
  /** 登录 */
  "POST /session": {
    readonly takes: {
      readonly account: string;
      readonly password: string;
      readonly code?: string;
    };
    readonly gives: {
      readonly mustChangePassword?: boolean;
      readonly mustEnrolTotp?: boolean;
    };
  };
  /** 退出 */
  "DELETE /session": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我是谁：权限、菜单、首页 */
  "GET /me": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Me;
  };
  /** 改密码 */
  "POST /me/password": {
    readonly takes: {
      readonly current: string;
      readonly next: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 绑定动态码：取密钥 */
  "POST /me/totp": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly secret: string;
      readonly uri: string;
    };
  };
  /** 解除动态码 */
  "DELETE /me/totp": {
    readonly takes: {
      readonly code: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 绑定动态码：验证第一个码 */
  "POST /me/totp/verify": {
    readonly takes: {
      readonly code: string;
    };
    readonly gives: {
      readonly recoveryCodes: readonly string[];
    };
  };
  /** 换一个岗位办事 */
  "POST /me/post": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我的登录 */
  "GET /me/sessions": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly sessions: readonly {
        readonly id: string;
        readonly createdAt: string;
        readonly lastSeenAt: string;
        readonly address: string;
        readonly current: boolean;
      }[];
    };
  };
  /** 让我的另一处登录退出 */
  "DELETE /me/sessions/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 开设账号：待安全管理员授权后生效 */
  "POST /identity/accounts": {
    readonly takes: {
      readonly account: string;
      readonly name: string;
      readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
      readonly area: number;
      readonly organ?: string | null;
      readonly unit?: string | null;
      readonly post?: string | null;
      readonly phone?: string | null;
    };
    readonly gives: {
      readonly id: string;
      readonly account: string;
      readonly password: string;
      readonly state: string;
    };
  };
  /** 停用账号 */
  "POST /identity/accounts/{id}/disable": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 恢复停用的账号 */
  "POST /identity/accounts/{id}/enable": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly state: string;
    };
  };
  /** 解除登录锁定 */
  "POST /identity/accounts/{id}/unlock": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 重置密码：给一个一次性密码 */
  "POST /identity/accounts/{id}/reset-password": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly password: string;
    };
  };
  /** 解除他人的动态码（手机丢失） */
  "POST /identity/accounts/{id}/reset-totp": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 一个账号的岗位授权 */
  "GET /identity/accounts/{id}/posts": {
    readonly takes: TakesId;
    readonly gives: {
      readonly posts: readonly Posting[];
    };
  };
  /** 授予岗位：角色、机构、辖区 */
  "POST /identity/accounts/{id}/posts": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly role: string;
      readonly organ?: string | null;
      readonly area: number;
      readonly title?: string | null;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 收回岗位 */
  "DELETE /identity/posts/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 角色 */
  "GET /identity/roles": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly roles: readonly Role[];
    };
  };
  /** 新建角色 */
  "POST /identity/roles": {
    readonly takes: {
      readonly key: string;
      readonly label: string;
      readonly kind: "official" | "unit";
      readonly patterns: readonly string[];
    };
    readonly gives: Role;
  };
  /** 全部权限名称 */
  "GET /identity/permissions": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly permissions: readonly {
        readonly name: string;
        readonly label: string;
      }[];
    };
  };
  /** 修改角色；内置角色清空权限即恢复出厂 */
  "PUT /identity/roles/{key}": {
    readonly takes: {
      readonly key: string;
    } & {
      readonly label: string;
      readonly patterns: readonly string[] | null;
    };
    readonly gives: Role;
  };
  /** 安全策略 */
  "GET /identity/policy": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Policy;
  };
  /** 修改安全策略 */
  "PUT /identity/policy": {
    readonly takes: {
      /** 连续失败几次后锁定 */
      readonly lockAfter?: number;
      /** 锁定分钟数 */
      readonly lockMinutes?: number;
      /** 同一地址失败几次后锁定 */
      readonly addressLockAfter?: number;
      /** 密码最短长度 */
      readonly passwordMinLength?: number;
      /** 不得重复最近几次密码 */
      readonly passwordHistory?: number;
      /** 密码有效天数，0 为不限 */
      readonly passwordDays?: number;
      /** 无操作退出分钟数 */
      readonly idleMinutes?: number;
      /** 一次登录最长小时数 */
      readonly sessionHours?: number;
      /** 值班岗位一次登录最长小时数 */
      readonly dutySessionHours?: number;
      /** 管理员必须用动态码 */
      readonly adminTotp?: boolean;
    };
    readonly gives: Policy;
  };
  /** 审计日志，新的在前 */
  "GET /identity/audit": {
    readonly takes: {
      readonly before?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly action?: string | null | undefined;
      readonly actorName?: string | null | undefined;
      readonly subject?: string | null | undefined;
      readonly subjectId?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly entries: readonly AuditEntry[];
      readonly next: number | null;
    };
  };
  /** 校验审计链 */
  "GET /identity/audit/verify": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly ok: boolean;
      readonly entries: number;
      readonly unsealed: number;
      readonly head: string;
      readonly brokenAt?: number;
    };
  };
  /** 底图清单 */
  "GET /base-maps": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly maps: readonly BaseMap[];
    };
  };
  /** 开始导入底图 */
  "POST /base-maps": {
    readonly takes: {
      readonly name: string;
      readonly source: string;
      readonly attribution: string;
      readonly approvalNumber?: string;
      readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
      readonly validUntil?: string;
      readonly fileName: string;
      readonly sizeBytes: number;
    };
    readonly gives: {
      readonly id: string;
      readonly receivedBytes: number;
    };
  };
  /** 在用底图 */
  "GET /base-maps/in-force": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly light: BaseMapInForce | null;
      readonly dark: BaseMapInForce | null;
    };
  };
  /** 检查并收下底图 */
  "POST /base-maps/{id}/finish": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly ground?: "all" | "light" | "dark" | "none";
    };
    readonly gives: BaseMapFinished;
  };
  /** 放弃底图上传 */
  "DELETE /base-maps/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 启用底图 */
  "POST /base-maps/{id}/ground": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly ground: "all" | "light" | "dark" | "none";
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 撤回底图 */
  "POST /base-maps/{id}/withdraw": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 值守台：队列、计数、班次、连接 */
  "GET /duty/board": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: DutyBoard;
  };
  /** 警情处置页：单位、联系人、时间线、点位历史、周边 */
  "GET /duty/alarms/{id}": {
    readonly takes: TakesId;
    readonly gives: DutyAlarm;
  };
  /** 呼叫联系人：留痕，返回可拨的地址 */
  "POST /duty/dial": {
    readonly takes: {
      readonly alarm: string;
      readonly dial: string;
    };
    readonly gives: {
      readonly tel: string;
    };
  };
  /** 登记电话报 119 */
  "POST /duty/alarms/{id}/phoned-119": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly who: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 办理屏蔽或测试时段 */
  "POST /duty/windows": {
    readonly takes: {
      readonly kind: "shield" | "test";
      readonly unit: string;
      readonly address?: string;
      readonly systemType?: number;
      readonly systemAddress?: number;
      readonly componentAddress?: number;
      readonly reason: string;
      readonly fromAt?: string;
      readonly until: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 提前结束屏蔽或测试 */
  "POST /duty/windows/{id}/end": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly id: string;
    };
  };
  /** 开始班次 */
  "POST /duty/shifts": {
    readonly takes: {
      readonly name: string;
      readonly untilAt: string;
      readonly leaderName?: string;
      readonly officers: readonly {
        readonly id: string | null;
        readonly name: string;
      }[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 当前班次与交接清单 */
  "GET /duty/shift": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly shift: DutyShift | null;
      readonly handover: {
        readonly alarms: readonly DutyQueueRow[];
        readonly windows: readonly RemoteMonitoringWindow[];
        readonly faults: number;
        readonly offline: number;
      };
    };
  };
  /** 交班签字 */
  "POST /duty/shifts/hand-over": {
    readonly takes: {
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 接班签字 */
  "POST /duty/shifts/take-over": {
    readonly takes: {
      readonly name: string;
      readonly untilAt: string;
      readonly leaderName?: string;
      readonly officers: readonly {
        readonly id: string | null;
        readonly name: string;
      }[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 值守台在线与声音状态（每 15 秒） */
  "POST /duty/presence": {
    readonly takes: {
      readonly sound: "on" | "off" | "blocked";
      readonly mutedWhy?: string;
      readonly mutedSeconds?: number;
    };
    readonly gives: {
      readonly seats: readonly DutySeatPresence[];
    };
  };
  /** 查岗：一台、若干或全部 */
  "POST /duty/duty-check": {
    readonly takes: {
      readonly addresses?: readonly string[];
      readonly units?: readonly string[];
      readonly all?: true;
      readonly answerMinutes?: number;
    };
    readonly gives: {
      readonly checkId: string;
      readonly asked: number;
    };
  };
  /** 向设备下发命令 */
  "POST /duty/commands": {
    readonly takes: {
      readonly address: string;
      readonly command: {
        readonly kind: "read-system";
        readonly systemType: number;
        readonly systemAddress: number;
      } | {
        readonly kind: "read-component";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly componentAddress: number;
      } | {
        readonly kind: "synchronise-clock" | "initialise" | "read-transmitter" | "read-transmitter-time" | "read-transmitter-version";
      };
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 命令的结果 */
  "GET /duty/commands/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly address: string;
      readonly state: string;
      readonly askedAt: string;
      readonly finishedAt: string | null;
      readonly messageId: string | null;
    };
  };
  /** 值守时限与阈值，连同来源 */
  "GET /duty/settings": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly limits: Readonly<Record<string, unknown>>;
      readonly defaults: Readonly<Record<string, unknown>>;
      readonly sources: Readonly<Record<string, {
        readonly source: string;
        readonly confirmed: boolean;
      }>>;
      readonly messagesSince: string | null;
    };
  };
  /** 修改值守时限与阈值 */
  "PUT /duty/settings": {
    readonly takes: {
      readonly limits: Readonly<Record<string, unknown>>;
      readonly reason: string;
    };
    readonly gives: {
      readonly limits: Readonly<Record<string, unknown>>;
      readonly defaults: Readonly<Record<string, unknown>>;
      readonly sources: Readonly<Record<string, {
        readonly source: string;
        readonly confirmed: boolean;
      }>>;
      readonly messagesSince: string | null;
    };
  };
  /** 设备接入：各页签的数 */
  "GET /devices/summary": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: DeviceSummary;
  };
  /** 待登记设备 */
  "GET /devices/unregistered": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rows: readonly UnregisteredDevice[];
    };
  };
  /** 认领待登记设备 */
  "POST /devices/unregistered/{address}/claim": {
    readonly takes: {
      readonly address: string;
    } & {
      readonly unit: string;
      readonly name: string;
      readonly kind?: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
      readonly building?: string;
      readonly profile?: string;
      readonly model?: string;
      readonly heartbeatSeconds?: number;
    };
    readonly gives: {
      readonly id: string;
      readonly address: string;
      readonly raised: number;
    };
  };
  /** 读不懂的字节，连同原因 */
  "GET /devices/unreadable": {
    readonly takes: {
      readonly before?: string | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly UnreadableBytes[];
      readonly next: string | null;
    };
  };
  /** 频繁误报的点位 */
  "GET /devices/nuisance": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly times: number;
      readonly days: number;
      readonly rows: readonly NuisancePoint[];
    };
  };
  /** 推广批次：计划、已装、在线 */
  "GET /devices/rollouts": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rows: readonly RolloutProgress[];
    };
  };
  /** 设备：状态、连接、时钟、最近消息、点位对应 */
  "GET /devices/{address}": {
    readonly takes: {
      readonly address: string;
    };
    readonly gives: DeviceDetail;
  };
  /** 设备的报文，新的在前 */
  "GET /devices/{address}/messages": {
    readonly takes: {
      readonly address: string;
      readonly before?: string | null | undefined;
    };
    readonly gives: {
      readonly messages: readonly MessageHead[];
      readonly next: string | null;
    };
  };
  /** 一条报文：字节、逐字段、生成的警情 */
  "GET /messages/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly message: WholeMessage;
      readonly cases: readonly MadeCase[];
      readonly point: HeardPoint | null;
    };
  };
  /** 单位端：我的设备、警情、联系人 */
  "GET /unit/desk": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: UnitDesk;
  };
  /** 单位核实答复 */
  "POST /unit/alarms/{id}/answer": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly outcome: "fire" | "none" | "going" | "test" | "operation";
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 技防覆盖：场所类型 × 手段 */
  "GET /remote-monitoring/coverage": {
    readonly takes: {
      readonly days?: number | null | undefined;
    };
    readonly gives: {
      readonly places: Readonly<Record<string, string>>;
      readonly basis: Readonly<Record<string, string>>;
      readonly techniques: Readonly<Record<string, string>>;
      readonly cells: readonly {
        readonly place: string;
        readonly technique: string;
        readonly places: number;
        readonly connected: number;
        readonly devices: number;
        readonly alarms: number;
        readonly closed: number;
      }[];
    };
  };
  /** 驾驶舱：今日警情、在线、当前处置、动态、比较 */
  "GET /wall": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Wall;
  };
  /** 火警最多的单位 */
  "GET /remote-monitoring/busy-units": {
    readonly takes: {
      readonly from: string;
      readonly to: string;
      readonly area?: number | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly {
        readonly unit: string;
        readonly unitName: string;
        readonly fires: number;
        readonly false: number;
        readonly real: number;
        readonly open: number;
      }[];
    };
  };
  /** 机构 列表 */
  "GET /organizations/organ": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly OrganizationsOrgan[];
      readonly next: string | null;
    };
  };
  /** 机构 登记 */
  "POST /organizations/organ": {
    readonly takes: OrganizationsOrganValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly shortName: string;
      readonly kind: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
      readonly level: "city" | "county" | "town" | "village";
      readonly [field: string]: unknown;
    };
    readonly gives: OrganizationsOrgan;
  };
  /** 机构 计数 */
  "GET /organizations/organ/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 机构 详情 */
  "GET /organizations/organ/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: OrganizationsOrgan;
      readonly can: readonly string[];
    };
  };
  /** 机构 修改 */
  "PATCH /organizations/organ/{id}": {
    readonly takes: {
      readonly id: string;
    } & OrganizationsOrganValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: OrganizationsOrgan;
  };
  /** 机构 注销 */
  "DELETE /organizations/organ/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 机构 修改历史 */
  "GET /organizations/organ/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 机构 我的导入 */
  "GET /organizations/organ/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 机构 导入进度与问题 */
  "GET /organizations/organ/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 机构 导入：对字段 */
  "POST /organizations/organ/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 机构 导入：改正一格 */
  "POST /organizations/organ/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 机构 导入：入库 */
  "POST /organizations/organ/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 岗位 列表 */
  "GET /organizations/post": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly OrganizationsPost[];
      readonly next: string | null;
    };
  };
  /** 岗位 登记 */
  "POST /organizations/post": {
    readonly takes: OrganizationsPostValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly organ: string;
      readonly name: string;
      readonly duty: "responsible" | "deputy" | "office" | "supervision" | "duty" | "dispatch" | "clerk" | "grid" | "other";
      readonly [field: string]: unknown;
    };
    readonly gives: OrganizationsPost;
  };
  /** 岗位 计数 */
  "GET /organizations/post/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 岗位 详情 */
  "GET /organizations/post/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: OrganizationsPost;
      readonly can: readonly string[];
    };
  };
  /** 岗位 修改 */
  "PATCH /organizations/post/{id}": {
    readonly takes: {
      readonly id: string;
    } & OrganizationsPostValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: OrganizationsPost;
  };
  /** 岗位 注销 */
  "DELETE /organizations/post/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 岗位 修改历史 */
  "GET /organizations/post/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 岗位 我的导入 */
  "GET /organizations/post/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 岗位 导入进度与问题 */
  "GET /organizations/post/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 岗位 导入：对字段 */
  "POST /organizations/post/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 岗位 导入：改正一格 */
  "POST /organizations/post/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 岗位 导入：入库 */
  "POST /organizations/post/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 用户 列表 */
  "GET /identity/user": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly IdentityUser[];
      readonly next: string | null;
    };
  };
  /** 用户 登记 */
  "POST /identity/user": {
    readonly takes: IdentityUserValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly [field: string]: unknown;
    };
    readonly gives: IdentityUser;
  };
  /** 用户 计数 */
  "GET /identity/user/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 用户 详情 */
  "GET /identity/user/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: IdentityUser;
      readonly can: readonly string[];
    };
  };
  /** 用户 修改 */
  "PATCH /identity/user/{id}": {
    readonly takes: {
      readonly id: string;
    } & IdentityUserValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: IdentityUser;
  };
  /** 用户 注销 */
  "DELETE /identity/user/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 用户 修改历史 */
  "GET /identity/user/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 用户 看个人信息 */
  "POST /identity/user/{id}/reveal": {
    readonly takes: TakesIdFieldsReason;
    readonly gives: Revealed;
  };
  /** 用户 我的导入 */
  "GET /identity/user/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 用户 导入进度与问题 */
  "GET /identity/user/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 用户 导入：对字段 */
  "POST /identity/user/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 用户 导入：改正一格 */
  "POST /identity/user/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 用户 导入：入库 */
  "POST /identity/user/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 单位 列表 */
  "GET /places/unit": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesUnit[];
      readonly next: string | null;
    };
  };
  /** 单位 登记 */
  "POST /places/unit": {
    readonly takes: PlacesUnitValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
      readonly address: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesUnit;
  };
  /** 单位 计数 */
  "GET /places/unit/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 单位 详情 */
  "GET /places/unit/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesUnit;
      readonly can: readonly string[];
    };
  };
  /** 单位 修改 */
  "PATCH /places/unit/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesUnitValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesUnit;
  };
  /** 单位 注销 */
  "DELETE /places/unit/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 单位 修改历史 */
  "GET /places/unit/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 单位 地图点 */
  "GET /places/unit/map": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimitBboxZoom;
    readonly gives: MapPoints;
  };
  /** 单位 看个人信息 */
  "POST /places/unit/{id}/reveal": {
    readonly takes: TakesIdFieldsReason;
    readonly gives: Revealed;
  };
  /** 单位 我的导入 */
  "GET /places/unit/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 单位 导入进度与问题 */
  "GET /places/unit/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 单位 导入：对字段 */
  "POST /places/unit/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 单位 导入：改正一格 */
  "POST /places/unit/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 单位 导入：入库 */
  "POST /places/unit/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 建筑 列表 */
  "GET /places/building": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesBuilding[];
      readonly next: string | null;
    };
  };
  /** 建筑 登记 */
  "POST /places/building": {
    readonly takes: PlacesBuildingValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly use: "residential" | "public" | "mixed" | "factory" | "store" | "other";
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesBuilding;
  };
  /** 建筑 计数 */
  "GET /places/building/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 建筑 详情 */
  "GET /places/building/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesBuilding;
      readonly can: readonly string[];
    };
  };
  /** 建筑 修改 */
  "PATCH /places/building/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesBuildingValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesBuilding;
  };
  /** 建筑 注销 */
  "DELETE /places/building/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 建筑 修改历史 */
  "GET /places/building/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 建筑 地图点 */
  "GET /places/building/map": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimitBboxZoom;
    readonly gives: MapPoints;
  };
  /** 建筑 我的导入 */
  "GET /places/building/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 建筑 导入进度与问题 */
  "GET /places/building/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 建筑 导入：对字段 */
  "POST /places/building/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 建筑 导入：改正一格 */
  "POST /places/building/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 建筑 导入：入库 */
  "POST /places/building/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 场所 列表 */
  "GET /places/venue": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesVenue[];
      readonly next: string | null;
    };
  };
  /** 场所 登记 */
  "POST /places/venue": {
    readonly takes: PlacesVenueValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesVenue;
  };
  /** 场所 计数 */
  "GET /places/venue/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 场所 详情 */
  "GET /places/venue/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesVenue;
      readonly can: readonly string[];
    };
  };
  /** 场所 修改 */
  "PATCH /places/venue/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesVenueValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesVenue;
  };
  /** 场所 注销 */
  "DELETE /places/venue/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 场所 修改历史 */
  "GET /places/venue/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 场所 我的导入 */
  "GET /places/venue/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 场所 导入进度与问题 */
  "GET /places/venue/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 场所 导入：对字段 */
  "POST /places/venue/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 场所 导入：改正一格 */
  "POST /places/venue/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 场所 导入：入库 */
  "POST /places/venue/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 联系人 列表 */
  "GET /places/contact": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesContact[];
      readonly next: string | null;
    };
  };
  /** 联系人 登记 */
  "POST /places/contact": {
    readonly takes: PlacesContactValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly role: "controlRoom" | "manager" | "responsible" | "security" | "maintenance" | "microStation" | "other";
      readonly post: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesContact;
  };
  /** 联系人 计数 */
  "GET /places/contact/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 联系人 详情 */
  "GET /places/contact/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesContact;
      readonly can: readonly string[];
    };
  };
  /** 联系人 修改 */
  "PATCH /places/contact/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesContactValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesContact;
  };
  /** 联系人 注销 */
  "DELETE /places/contact/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 联系人 修改历史 */
  "GET /places/contact/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 联系人 看个人信息 */
  "POST /places/contact/{id}/reveal": {
    readonly takes: TakesIdFieldsReason;
    readonly gives: Revealed;
  };
  /** 联系人 我的导入 */
  "GET /places/contact/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 联系人 导入进度与问题 */
  "GET /places/contact/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 联系人 导入：对字段 */
  "POST /places/contact/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 联系人 导入：改正一格 */
  "POST /places/contact/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 联系人 导入：入库 */
  "POST /places/contact/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 值班岗位 列表 */
  "GET /places/duty-post": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesDutyPost[];
      readonly next: string | null;
    };
  };
  /** 值班岗位 登记 */
  "POST /places/duty-post": {
    readonly takes: PlacesDutyPostValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly kind: "controlRoom" | "patrol" | "microStation" | "gate";
      readonly hours: "allDay" | "day" | "business";
      readonly perShift: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesDutyPost;
  };
  /** 值班岗位 计数 */
  "GET /places/duty-post/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 值班岗位 详情 */
  "GET /places/duty-post/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesDutyPost;
      readonly can: readonly string[];
    };
  };
  /** 值班岗位 修改 */
  "PATCH /places/duty-post/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesDutyPostValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesDutyPost;
  };
  /** 值班岗位 注销 */
  "DELETE /places/duty-post/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 值班岗位 修改历史 */
  "GET /places/duty-post/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 值班岗位 我的导入 */
  "GET /places/duty-post/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 值班岗位 导入进度与问题 */
  "GET /places/duty-post/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 值班岗位 导入：对字段 */
  "POST /places/duty-post/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 值班岗位 导入：改正一格 */
  "POST /places/duty-post/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 值班岗位 导入：入库 */
  "POST /places/duty-post/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 消防设施 列表 */
  "GET /facilities/facility": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesFacility[];
      readonly next: string | null;
    };
  };
  /** 消防设施 登记 */
  "POST /facilities/facility": {
    readonly takes: FacilitiesFacilityValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly systemType: "s0" | "s1" | "s10" | "s11" | "s12" | "s13" | "s14" | "s15" | "s16" | "s17" | "s18" | "s19" | "s20" | "s21" | "s22" | "s23" | "s24";
      readonly state: "normal" | "partial" | "fault" | "stopped";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFacility;
  };
  /** 消防设施 计数 */
  "GET /facilities/facility/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 消防设施 详情 */
  "GET /facilities/facility/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesFacility;
      readonly can: readonly string[];
    };
  };
  /** 消防设施 修改 */
  "PATCH /facilities/facility/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesFacilityValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFacility;
  };
  /** 消防设施 注销 */
  "DELETE /facilities/facility/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 消防设施 修改历史 */
  "GET /facilities/facility/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 消防设施 我的导入 */
  "GET /facilities/facility/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 消防设施 导入进度与问题 */
  "GET /facilities/facility/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 消防设施 导入：对字段 */
  "POST /facilities/facility/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 消防设施 导入：改正一格 */
  "POST /facilities/facility/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 消防设施 导入：入库 */
  "POST /facilities/facility/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 部件点位 列表 */
  "GET /facilities/component": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesComponent[];
      readonly next: string | null;
    };
  };
  /** 部件点位 登记 */
  "POST /facilities/component": {
    readonly takes: FacilitiesComponentValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly address: string;
      readonly systemType: number;
      readonly systemAddress: number;
      readonly componentAddress: number;
      readonly componentType: number;
      readonly state: "inUse" | "stopped" | "removed";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesComponent;
  };
  /** 部件点位 计数 */
  "GET /facilities/component/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 部件点位 详情 */
  "GET /facilities/component/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesComponent;
      readonly can: readonly string[];
    };
  };
  /** 部件点位 修改 */
  "PATCH /facilities/component/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesComponentValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesComponent;
  };
  /** 部件点位 注销 */
  "DELETE /facilities/component/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 部件点位 修改历史 */
  "GET /facilities/component/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 部件点位 我的导入 */
  "GET /facilities/component/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 部件点位 导入进度与问题 */
  "GET /facilities/component/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 部件点位 导入：对字段 */
  "POST /facilities/component/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 部件点位 导入：改正一格 */
  "POST /facilities/component/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 部件点位 导入：入库 */
  "POST /facilities/component/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 消防控制室 列表 */
  "GET /facilities/control-room": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesControlRoom[];
      readonly next: string | null;
    };
  };
  /** 消防控制室 登记 */
  "POST /facilities/control-room": {
    readonly takes: FacilitiesControlRoomValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly phone: string;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesControlRoom;
  };
  /** 消防控制室 计数 */
  "GET /facilities/control-room/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 消防控制室 详情 */
  "GET /facilities/control-room/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesControlRoom;
      readonly can: readonly string[];
    };
  };
  /** 消防控制室 修改 */
  "PATCH /facilities/control-room/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesControlRoomValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesControlRoom;
  };
  /** 消防控制室 注销 */
  "DELETE /facilities/control-room/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 消防控制室 修改历史 */
  "GET /facilities/control-room/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 消防控制室 我的导入 */
  "GET /facilities/control-room/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 消防控制室 导入进度与问题 */
  "GET /facilities/control-room/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 消防控制室 导入：对字段 */
  "POST /facilities/control-room/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 消防控制室 导入：改正一格 */
  "POST /facilities/control-room/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 消防控制室 导入：入库 */
  "POST /facilities/control-room/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 推广批次 列表 */
  "GET /facilities/rollout": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesRollout[];
      readonly next: string | null;
    };
  };
  /** 推广批次 登记 */
  "POST /facilities/rollout": {
    readonly takes: FacilitiesRolloutValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
      readonly sites: string;
      readonly quantity: number;
      readonly plannedOn: string;
      readonly funding: "government" | "special" | "social" | "insurance";
      readonly state: "planned" | "installing" | "done" | "stopped";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesRollout;
  };
  /** 推广批次 计数 */
  "GET /facilities/rollout/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 推广批次 详情 */
  "GET /facilities/rollout/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesRollout;
      readonly can: readonly string[];
    };
  };
  /** 推广批次 修改 */
  "PATCH /facilities/rollout/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesRolloutValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesRollout;
  };
  /** 推广批次 注销 */
  "DELETE /facilities/rollout/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 推广批次 修改历史 */
  "GET /facilities/rollout/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 推广批次 我的导入 */
  "GET /facilities/rollout/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 推广批次 导入进度与问题 */
  "GET /facilities/rollout/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 推广批次 导入：对字段 */
  "POST /facilities/rollout/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 推广批次 导入：改正一格 */
  "POST /facilities/rollout/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 推广批次 导入：入库 */
  "POST /facilities/rollout/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 运营单位 列表 */
  "GET /facilities/operator": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesOperator[];
      readonly next: string | null;
    };
  };
  /** 运营单位 登记 */
  "POST /facilities/operator": {
    readonly takes: FacilitiesOperatorValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly mode: "government" | "entrusted";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesOperator;
  };
  /** 运营单位 计数 */
  "GET /facilities/operator/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 运营单位 详情 */
  "GET /facilities/operator/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesOperator;
      readonly can: readonly string[];
    };
  };
  /** 运营单位 修改 */
  "PATCH /facilities/operator/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesOperatorValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesOperator;
  };
  /** 运营单位 注销 */
  "DELETE /facilities/operator/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 运营单位 修改历史 */
  "GET /facilities/operator/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 运营单位 我的导入 */
  "GET /facilities/operator/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 运营单位 导入进度与问题 */
  "GET /facilities/operator/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 运营单位 导入：对字段 */
  "POST /facilities/operator/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 运营单位 导入：改正一格 */
  "POST /facilities/operator/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 运营单位 导入：入库 */
  "POST /facilities/operator/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 运营月度绩效 列表 */
  "GET /facilities/operator-month": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesOperatorMonth[];
      readonly next: string | null;
    };
  };
  /** 运营月度绩效 登记 */
  "POST /facilities/operator-month": {
    readonly takes: FacilitiesOperatorMonthValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly operator: string;
      readonly monthOn: string;
      readonly summary: string;
      readonly verdict: "good" | "poor";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesOperatorMonth;
  };
  /** 运营月度绩效 计数 */
  "GET /facilities/operator-month/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 运营月度绩效 详情 */
  "GET /facilities/operator-month/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesOperatorMonth;
      readonly can: readonly string[];
    };
  };
  /** 运营月度绩效 修改 */
  "PATCH /facilities/operator-month/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesOperatorMonthValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesOperatorMonth;
  };
  /** 运营月度绩效 注销 */
  "DELETE /facilities/operator-month/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 运营月度绩效 修改历史 */
  "GET /facilities/operator-month/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 运营月度绩效 我的导入 */
  "GET /facilities/operator-month/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 运营月度绩效 导入进度与问题 */
  "GET /facilities/operator-month/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 运营月度绩效 导入：对字段 */
  "POST /facilities/operator-month/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 运营月度绩效 导入：改正一格 */
  "POST /facilities/operator-month/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 运营月度绩效 导入：入库 */
  "POST /facilities/operator-month/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 专项经费 列表 */
  "GET /facilities/funding": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesFunding[];
      readonly next: string | null;
    };
  };
  /** 专项经费 登记 */
  "POST /facilities/funding": {
    readonly takes: FacilitiesFundingValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "application" | "construction" | "running";
      readonly year: number;
      readonly decidedOn: string;
      readonly amount: number;
      readonly granted: "pending" | "granted" | "refused";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFunding;
  };
  /** 专项经费 计数 */
  "GET /facilities/funding/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 专项经费 详情 */
  "GET /facilities/funding/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesFunding;
      readonly can: readonly string[];
    };
  };
  /** 专项经费 修改 */
  "PATCH /facilities/funding/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesFundingValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFunding;
  };
  /** 专项经费 注销 */
  "DELETE /facilities/funding/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 专项经费 修改历史 */
  "GET /facilities/funding/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 专项经费 我的导入 */
  "GET /facilities/funding/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 专项经费 导入进度与问题 */
  "GET /facilities/funding/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 专项经费 导入：对字段 */
  "POST /facilities/funding/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 专项经费 导入：改正一格 */
  "POST /facilities/funding/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 专项经费 导入：入库 */
  "POST /facilities/funding/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 收费投诉 列表 */
  "GET /facilities/fee-complaint": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesFeeComplaint[];
      readonly next: string | null;
    };
  };
  /** 收费投诉 登记 */
  "POST /facilities/fee-complaint": {
    readonly takes: FacilitiesFeeComplaintValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly what: string;
      readonly amount: number;
      readonly reportedOn: string;
      readonly outcome: "open" | "refunded" | "unfounded";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFeeComplaint;
  };
  /** 收费投诉 计数 */
  "GET /facilities/fee-complaint/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 收费投诉 详情 */
  "GET /facilities/fee-complaint/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesFeeComplaint;
      readonly can: readonly string[];
    };
  };
  /** 收费投诉 修改 */
  "PATCH /facilities/fee-complaint/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesFeeComplaintValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesFeeComplaint;
  };
  /** 收费投诉 注销 */
  "DELETE /facilities/fee-complaint/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 收费投诉 修改历史 */
  "GET /facilities/fee-complaint/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 收费投诉 我的导入 */
  "GET /facilities/fee-complaint/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 收费投诉 导入进度与问题 */
  "GET /facilities/fee-complaint/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 收费投诉 导入：对字段 */
  "POST /facilities/fee-complaint/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 收费投诉 导入：改正一格 */
  "POST /facilities/fee-complaint/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 收费投诉 导入：入库 */
  "POST /facilities/fee-complaint/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 联网设备 列表 */
  "GET /facilities/transmitter": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesTransmitter[];
      readonly next: string | null;
    };
  };
  /** 联网设备 登记 */
  "POST /facilities/transmitter": {
    readonly takes: FacilitiesTransmitterValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly address: string;
      readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
      readonly state: "inUse" | "suspended" | "removed";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesTransmitter;
  };
  /** 联网设备 计数 */
  "GET /facilities/transmitter/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 联网设备 详情 */
  "GET /facilities/transmitter/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: FacilitiesTransmitter;
      readonly can: readonly string[];
    };
  };
  /** 联网设备 修改 */
  "PATCH /facilities/transmitter/{id}": {
    readonly takes: {
      readonly id: string;
    } & FacilitiesTransmitterValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesTransmitter;
  };
  /** 联网设备 注销 */
  "DELETE /facilities/transmitter/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 联网设备 修改历史 */
  "GET /facilities/transmitter/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 联网设备 我的导入 */
  "GET /facilities/transmitter/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 联网设备 导入进度与问题 */
  "GET /facilities/transmitter/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 联网设备 导入：对字段 */
  "POST /facilities/transmitter/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 联网设备 导入：改正一格 */
  "POST /facilities/transmitter/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 联网设备 导入：入库 */
  "POST /facilities/transmitter/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 微型消防站 列表 */
  "GET /micro-station/station": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly MicroStationStation[];
      readonly next: string | null;
    };
  };
  /** 微型消防站 登记 */
  "POST /micro-station/station": {
    readonly takes: MicroStationStationValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "community" | "unit";
      readonly [field: string]: unknown;
    };
    readonly gives: MicroStationStation;
  };
  /** 微型消防站 计数 */
  "GET /micro-station/station/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 微型消防站 详情 */
  "GET /micro-station/station/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: MicroStationStation;
      readonly can: readonly string[];
    };
  };
  /** 微型消防站 修改 */
  "PATCH /micro-station/station/{id}": {
    readonly takes: {
      readonly id: string;
    } & MicroStationStationValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: MicroStationStation;
  };
  /** 微型消防站 注销 */
  "DELETE /micro-station/station/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 微型消防站 修改历史 */
  "GET /micro-station/station/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 微型消防站 地图点 */
  "GET /micro-station/station/map": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimitBboxZoom;
    readonly gives: MapPoints;
  };
  /** 微型消防站 看个人信息 */
  "POST /micro-station/station/{id}/reveal": {
    readonly takes: TakesIdFieldsReason;
    readonly gives: Revealed;
  };
  /** 微型消防站 我的导入 */
  "GET /micro-station/station/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 微型消防站 导入进度与问题 */
  "GET /micro-station/station/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 微型消防站 导入：对字段 */
  "POST /micro-station/station/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 微型消防站 导入：改正一格 */
  "POST /micro-station/station/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 微型消防站 导入：入库 */
  "POST /micro-station/station/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 消防救援站 列表 */
  "GET /forces/station": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly ForcesStation[];
      readonly next: string | null;
    };
  };
  /** 消防救援站 登记 */
  "POST /forces/station": {
    readonly takes: ForcesStationValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "special" | "first" | "second" | "small" | "fullTime";
      readonly [field: string]: unknown;
    };
    readonly gives: ForcesStation;
  };
  /** 消防救援站 计数 */
  "GET /forces/station/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 消防救援站 详情 */
  "GET /forces/station/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: ForcesStation;
      readonly can: readonly string[];
    };
  };
  /** 消防救援站 修改 */
  "PATCH /forces/station/{id}": {
    readonly takes: {
      readonly id: string;
    } & ForcesStationValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: ForcesStation;
  };
  /** 消防救援站 注销 */
  "DELETE /forces/station/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 消防救援站 修改历史 */
  "GET /forces/station/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 消防救援站 地图点 */
  "GET /forces/station/map": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimitBboxZoom;
    readonly gives: MapPoints;
  };
  /** 消防救援站 我的导入 */
  "GET /forces/station/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 消防救援站 导入进度与问题 */
  "GET /forces/station/import/{importId}": {
    readonly takes: TakesImportIdLevelAfterLimit;
    readonly gives: ImportState;
  };
  /** 消防救援站 导入：对字段 */
  "POST /forces/station/import/{importId}/map": {
    readonly takes: TakesImportIdColumnsDatum;
    readonly gives: ImportSummary;
  };
  /** 消防救援站 导入：改正一格 */
  "POST /forces/station/import/{importId}/fix": {
    readonly takes: TakesImportIdRowFieldValue;
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 消防救援站 导入：入库 */
  "POST /forces/station/import/{importId}/commit": {
    readonly takes: TakesImportIdIncludeConfirm;
    readonly gives: ImportSummary;
  };
  /** 屏蔽与测试 列表 */
  "GET /remote-monitoring/window": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringWindow[];
      readonly next: string | null;
    };
  };
  /** 屏蔽与测试 计数 */
  "GET /remote-monitoring/window/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 屏蔽与测试 详情 */
  "GET /remote-monitoring/window/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringWindow;
      readonly can: readonly string[];
    };
  };
  /** 屏蔽与测试 修改历史 */
  "GET /remote-monitoring/window/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 查岗 列表 */
  "GET /remote-monitoring/duty-answer": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringDutyAnswer[];
      readonly next: string | null;
    };
  };
  /** 查岗 计数 */
  "GET /remote-monitoring/duty-answer/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 查岗 详情 */
  "GET /remote-monitoring/duty-answer/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringDutyAnswer;
      readonly can: readonly string[];
    };
  };
  /** 查岗 修改历史 */
  "GET /remote-monitoring/duty-answer/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 班次 列表 */
  "GET /remote-monitoring/shift": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringShift[];
      readonly next: string | null;
    };
  };
  /** 班次 计数 */
  "GET /remote-monitoring/shift/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 班次 详情 */
  "GET /remote-monitoring/shift/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringShift;
      readonly can: readonly string[];
    };
  };
  /** 班次 修改历史 */
  "GET /remote-monitoring/shift/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 设备状态 列表 */
  "GET /remote-monitoring/device": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringDevice[];
      readonly next: string | null;
    };
  };
  /** 设备状态 计数 */
  "GET /remote-monitoring/device/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 设备状态 详情 */
  "GET /remote-monitoring/device/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringDevice;
      readonly can: readonly string[];
    };
  };
  /** 设备状态 修改历史 */
  "GET /remote-monitoring/device/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 点位状态 列表 */
  "GET /remote-monitoring/point": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringPoint[];
      readonly next: string | null;
    };
  };
  /** 点位状态 计数 */
  "GET /remote-monitoring/point/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 点位状态 详情 */
  "GET /remote-monitoring/point/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringPoint;
      readonly can: readonly string[];
    };
  };
  /** 点位状态 修改历史 */
  "GET /remote-monitoring/point/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 应接入对象 列表 */
  "GET /remote-monitoring/access-target": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringAccessTarget[];
      readonly next: string | null;
    };
  };
  /** 应接入对象 计数 */
  "GET /remote-monitoring/access-target/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 应接入对象 详情 */
  "GET /remote-monitoring/access-target/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringAccessTarget;
      readonly can: readonly string[];
    };
  };
  /** 应接入对象 修改历史 */
  "GET /remote-monitoring/access-target/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 警情 列表 */
  "GET /remote-monitoring/alarm": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringAlarm[];
      readonly next: string | null;
    };
  };
  /** 警情 计数 */
  "GET /remote-monitoring/alarm/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 警情 详情 */
  "GET /remote-monitoring/alarm/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringAlarm;
      readonly can: readonly string[];
    };
  };
  /** 警情 修改历史 */
  "GET /remote-monitoring/alarm/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 警情 地图点 */
  "GET /remote-monitoring/alarm/map": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimitBboxZoom;
    readonly gives: MapPoints;
  };
  /** 警情 下一步 */
  "GET /remote-monitoring/alarm/{id}/next": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: RemoteMonitoringAlarm;
      readonly can: readonly OpenMove[];
      readonly cannot: readonly ClosedMove[];
      readonly actions: readonly string[];
    };
  };
  /** 警情 时间线 */
  "GET /remote-monitoring/alarm/{id}/timeline": {
    readonly takes: TakesId;
    readonly gives: {
      readonly lines: readonly TimelineLine[];
    };
  };
  /** 警情 抄送 */
  "POST /remote-monitoring/alarm/{id}/notices": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly organs: readonly string[];
      readonly note?: string;
    };
    readonly gives: {
      readonly sent: number;
    };
  };
  /** 警情 接警 */
  "POST /remote-monitoring/alarm/{id}/accept": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 核实 */
  "POST /remote-monitoring/alarm/{id}/verify": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 核实结果 */
      readonly verifyOutcome?: "fire" | "none" | "noAnswer" | "unclear" | "going" | null;
      /** 答复人 */
      readonly verifyWho?: string | null;
      /** 核实方式 */
      readonly verifyMethod: "call" | "video" | "site";
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 确认火警 */
  "POST /remote-monitoring/alarm/{id}/confirm": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 误报 */
  "POST /remote-monitoring/alarm/{id}/falseAlarm": {
    readonly takes: TakesIdVersionNoteCauseNoteCause;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 测试 */
  "POST /remote-monitoring/alarm/{id}/test": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 测试到 */
      readonly testUntil?: string | null;
      /** 原因说明 */
      readonly causeNote?: string | null;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 误操作 */
  "POST /remote-monitoring/alarm/{id}/operation": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 原因说明 */
      readonly causeNote?: string | null;
      /** 误操作人 */
      readonly operatorName: string;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 处置 */
  "POST /remote-monitoring/alarm/{id}/handle": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 结案 */
  "POST /remote-monitoring/alarm/{id}/close": {
    readonly takes: TakesIdVersionNoteCauseNoteCause;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 派修 */
  "POST /remote-monitoring/alarm/{id}/repair": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 修复期限 */
      readonly repairDueOn?: string | null;
      /** 派修 */
      readonly repairBy: string;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 办结 */
  "POST /remote-monitoring/alarm/{id}/settle": {
    readonly takes: TakesIdVersionNoteCauseNoteCause;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 移交他人 */
  "POST /remote-monitoring/alarm/{id}/handOver": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 接手 */
  "POST /remote-monitoring/alarm/{id}/takeOver": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 请求移交 */
  "POST /remote-monitoring/alarm/{id}/askFor": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 备注 */
  "POST /remote-monitoring/alarm/{id}/note": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      readonly [field: string]: unknown;
    };
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 恢复 */
  "POST /remote-monitoring/alarm/{id}/restore": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 警情 并入 */
  "POST /remote-monitoring/alarm/{id}/merge": {
    readonly takes: TakesIdVersionNote;
    readonly gives: RemoteMonitoringAlarm;
  };
  /** 机构 导出 */
  "GET /organizations/organ/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 机构 导入模板 */
  "GET /organizations/organ/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 机构 导入：送文件 */
  "POST /organizations/organ/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 机构 导入：错误行 */
  "GET /organizations/organ/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 岗位 导出 */
  "GET /organizations/post/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 岗位 导入模板 */
  "GET /organizations/post/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 岗位 导入：送文件 */
  "POST /organizations/post/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 岗位 导入：错误行 */
  "GET /organizations/post/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 用户 导出 */
  "GET /identity/user/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 用户 导入模板 */
  "GET /identity/user/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 用户 导入：送文件 */
  "POST /identity/user/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 用户 导入：错误行 */
  "GET /identity/user/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 单位 导出 */
  "GET /places/unit/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 单位 导入模板 */
  "GET /places/unit/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 单位 导入：送文件 */
  "POST /places/unit/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 单位 导入：错误行 */
  "GET /places/unit/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 建筑 导出 */
  "GET /places/building/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 建筑 导入模板 */
  "GET /places/building/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 建筑 导入：送文件 */
  "POST /places/building/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 建筑 导入：错误行 */
  "GET /places/building/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 场所 导出 */
  "GET /places/venue/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 场所 导入模板 */
  "GET /places/venue/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 场所 导入：送文件 */
  "POST /places/venue/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 场所 导入：错误行 */
  "GET /places/venue/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联系人 导出 */
  "GET /places/contact/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联系人 导入模板 */
  "GET /places/contact/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联系人 导入：送文件 */
  "POST /places/contact/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联系人 导入：错误行 */
  "GET /places/contact/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 值班岗位 导出 */
  "GET /places/duty-post/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 值班岗位 导入模板 */
  "GET /places/duty-post/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 值班岗位 导入：送文件 */
  "POST /places/duty-post/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 值班岗位 导入：错误行 */
  "GET /places/duty-post/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防设施 导出 */
  "GET /facilities/facility/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防设施 导入模板 */
  "GET /facilities/facility/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防设施 导入：送文件 */
  "POST /facilities/facility/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防设施 导入：错误行 */
  "GET /facilities/facility/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 部件点位 导出 */
  "GET /facilities/component/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 部件点位 导入模板 */
  "GET /facilities/component/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 部件点位 导入：送文件 */
  "POST /facilities/component/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 部件点位 导入：错误行 */
  "GET /facilities/component/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防控制室 导出 */
  "GET /facilities/control-room/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防控制室 导入模板 */
  "GET /facilities/control-room/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防控制室 导入：送文件 */
  "POST /facilities/control-room/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防控制室 导入：错误行 */
  "GET /facilities/control-room/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 推广批次 导出 */
  "GET /facilities/rollout/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 推广批次 导入模板 */
  "GET /facilities/rollout/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 推广批次 导入：送文件 */
  "POST /facilities/rollout/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 推广批次 导入：错误行 */
  "GET /facilities/rollout/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 运营单位 导出 */
  "GET /facilities/operator/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运营单位 导入模板 */
  "GET /facilities/operator/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 运营单位 导入：送文件 */
  "POST /facilities/operator/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 运营单位 导入：错误行 */
  "GET /facilities/operator/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导出 */
  "GET /facilities/operator-month/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导入模板 */
  "GET /facilities/operator-month/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导入：送文件 */
  "POST /facilities/operator-month/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 运营月度绩效 导入：错误行 */
  "GET /facilities/operator-month/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 专项经费 导出 */
  "GET /facilities/funding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 专项经费 导入模板 */
  "GET /facilities/funding/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 专项经费 导入：送文件 */
  "POST /facilities/funding/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 专项经费 导入：错误行 */
  "GET /facilities/funding/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 收费投诉 导出 */
  "GET /facilities/fee-complaint/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 收费投诉 导入模板 */
  "GET /facilities/fee-complaint/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 收费投诉 导入：送文件 */
  "POST /facilities/fee-complaint/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 收费投诉 导入：错误行 */
  "GET /facilities/fee-complaint/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联网设备 导出 */
  "GET /facilities/transmitter/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联网设备 导入模板 */
  "GET /facilities/transmitter/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联网设备 导入：送文件 */
  "POST /facilities/transmitter/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联网设备 导入：错误行 */
  "GET /facilities/transmitter/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 微型消防站 导出 */
  "GET /micro-station/station/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 微型消防站 导入模板 */
  "GET /micro-station/station/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 微型消防站 导入：送文件 */
  "POST /micro-station/station/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 微型消防站 导入：错误行 */
  "GET /micro-station/station/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防救援站 导出 */
  "GET /forces/station/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防救援站 导入模板 */
  "GET /forces/station/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防救援站 导入：送文件 */
  "POST /forces/station/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防救援站 导入：错误行 */
  "GET /forces/station/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 屏蔽与测试 导出 */
  "GET /remote-monitoring/window/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 查岗 导出 */
  "GET /remote-monitoring/duty-answer/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 班次 导出 */
  "GET /remote-monitoring/shift/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 设备状态 导出 */
  "GET /remote-monitoring/device/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 点位状态 导出 */
  "GET /remote-monitoring/point/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 应接入对象 导出 */
  "GET /remote-monitoring/access-target/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 警情 导出 */
  "GET /remote-monitoring/alarm/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 导出审计日志 */
  "GET /identity/audit/export": {
    readonly takes: {
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
    };
    readonly gives: string;
  };
  /** 上传文件 */
  "POST /files": {
    readonly takes: FormData;
    readonly gives: KeptFile;
  };
  /** 取文件 */
  "GET /files/{id}": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 底图的一块 */
  "GET /base-maps/{id}/tiles/{z}/{x}/{y}": {
    readonly takes: {
      readonly id: string;
      readonly z: number;
      readonly x: number;
      readonly y: number;
    };
    readonly gives: Blob;
  };
  /** 实时推送 */
  "GET /live": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: string;
  };
};
