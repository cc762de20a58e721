/**
 * A Cognito user pool for reviewers. Nobody signs up by himself, everybody has a second factor, and what a person may see is an
 * attribute that the page's client cannot write.
 */
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DEFAULT_CLAIM_NAMES } from '../../functions/review-api/viewer-of.ts';
import { ROLE_ATTRIBUTES } from '../../functions/token-claims/token-claims.ts';
import type { SignIn } from './sign-in.ts';

export interface ReviewerPoolProps {
  readonly domainPrefix: string;
  readonly region: string;
  /** Where the page is, with the slash at its end. */
  readonly pageUrl: string;
  /** Puts role, offices and access into the token. */
  readonly tokenClaims: LambdaFunction;
}

const MIN_PASSWORD_LENGTH = 15;
const ATTRIBUTE_MAX_LENGTH = 256;

export class ReviewerPool extends Construct {
  readonly pool: UserPool;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, props: ReviewerPoolProps) {
    super(scope, id);
    this.pool = this.addPool(props);
    const { domainPrefix, region } = props;
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    const client = this.addClient(props);
    // GovCloud has the sign-in page at its validated endpoints only.
    const sub = region.startsWith('us-gov-') ? 'auth-fips' : 'auth';
    this.signIn = {
      issuer: `https://cognito-idp.${region}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`,
      clientId: client.userPoolClientId,
      audience: client.userPoolClientId,
      scope: 'openid profile',
      origins: [`https://${domainPrefix}.${sub}.${region}.amazoncognito.com`],
      roleClaim: DEFAULT_CLAIM_NAMES.role,
      officesClaim: DEFAULT_CLAIM_NAMES.offices,
      protectedClaim: DEFAULT_CLAIM_NAMES.protectedAccess,
    };
  }

  private addPool({ tokenClaims }: ReviewerPoolProps): UserPool {
    const recorded = () => new StringAttribute({ mutable: true, maxLen: ATTRIBUTE_MAX_LENGTH });
    const pool = new UserPool(this, 'Pool', {
      userPoolName: `${Stack.of(this).stackName}-reviewers`,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { fullname: { required: true, mutable: true }, email: { required: true, mutable: true } },
      customAttributes: {
        [ROLE_ATTRIBUTES.role]: recorded(),
        [ROLE_ATTRIBUTES.offices]: recorded(),
        [ROLE_ATTRIBUTES.protectedAccess]: recorded(),
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: MIN_PASSWORD_LENGTH,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // An administrator sets a new password; a mailbox must not be enough to become a reviewer.
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, tokenClaims, LambdaVersion.V2_0);
    return pool;
  }

  private addClient({ pageUrl }: ReviewerPoolProps): UserPoolClient {
    return this.pool.addClient('Page', {
      generateSecret: false,
      authFlows: { user: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Not the scope that lets a person write his own attributes.
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [pageUrl],
        logoutUrls: [pageUrl],
      },
      // Named, so that it is none of those that say what a person may see.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(8),
    });
  }
}
